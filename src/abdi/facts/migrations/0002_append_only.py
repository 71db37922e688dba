from django.db import migrations, models

from abdi.platform.append_only import append_only


class Migration(migrations.Migration):
    """The triggers come last: SQLite rebuilds the table for a constraint, and a rebuilt table has none."""

    dependencies = [("facts", "0001_initial")]
    operations = [
        migrations.AlterConstraint(
            model_name="fact",
            name="fact_told_once",
            constraint=models.UniqueConstraint(
                fields=["instansi", "source", "source_key"],
                name="fact_told_once",
                violation_error_message="Fakta ini sudah tercatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.UniqueConstraint(
                fields=["supersedes"],
                name="fact_superseded_once",
                violation_error_message="Fakta ini sudah digantikan; koreksi penggantinya.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="segment",
            name="segment_path_once",
            constraint=models.UniqueConstraint(
                fields=["instansi", "path"],
                name="segment_path_once",
                violation_error_message="Berkas ini sudah disegel.",
            ),
        ),
        append_only("facts_fact"),
        append_only("facts_segment"),
    ]
