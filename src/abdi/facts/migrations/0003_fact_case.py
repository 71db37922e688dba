from django.db import migrations, models


class Migration(migrations.Migration):
    """An index beside the table: on SQLite too the table is not rebuilt, so its triggers stay."""

    dependencies = [("facts", "0002_append_only")]
    operations = [
        migrations.AddIndex("fact", models.Index(fields=["instansi", "case_key"], name="fact_case")),
    ]
