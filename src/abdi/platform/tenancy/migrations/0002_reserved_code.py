from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_initial")]
    operations = [
        migrations.AddConstraint(
            model_name="instansi",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", "sistem"), _negated=True),
                name="instansi_code_not_reserved",
                violation_error_message="Kode “sistem” dipakai Abdi sendiri; pilih kode lain.",
            ),
        ),
    ]
