from django.db import migrations, models


class Migration(migrations.Migration):
    """An index beside the table: on SQLite too the table is not rebuilt, so its triggers stay."""

    dependencies = [("facts", "0003_fact_case")]
    operations = [
        migrations.AddIndex(
            "fact",
            models.Index(
                fields=["instansi", "supersedes"],
                name="fact_superseded",
                condition=models.Q(supersedes__isnull=False),
            ),
        ),
    ]
