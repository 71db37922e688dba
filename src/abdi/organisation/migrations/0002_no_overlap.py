from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from abdi.organisation.exclusion import no_overlap


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", None), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"),
                name="unit_not_its_own_parent",
                violation_error_message="Unit kerja tidak dapat menjadi induk dirinya sendiri.",
            ),
        ),
        BtreeGistExtension(),
        no_overlap(
            "organisation_placement",
            "placement_one_definitive",
            same=("{row}employee_id",),
            only="{row}kind = 'definitif'",
        ),
        no_overlap(
            "organisation_reportingline",
            "reporting_line_one_of_a_kind",
            same=("{row}subordinate_id", "{row}kind"),
        ),
        no_overlap(
            "organisation_rolegrant",
            "role_grant_once",
            same=("{row}user_id", "{row}role", "COALESCE({row}unit_id, 0)"),
        ),
    ]
