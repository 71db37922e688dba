"""What a new instansi still lacks before the first SKP can be drawn up, in the order of doing."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.organisation.models import Employee, ReportingLine, Unit
from abdi.planning.selectors import annual_periods

Step = dict[str, str]


def next_steps(on: date) -> list[Step]:
    """Empty once an office is going; at most five short queries."""
    units, people = reverse("staff:units"), reverse("staff:employees")
    steps = [
        (Unit.objects.exists(), _("Susun unit kerja"), _("Paling sedikit satu"), units),
        (Employee.objects.exists(), _("Catat pegawai"), _("Satu per satu, atau lewat impor"), people),
        (
            Employee.objects.exclude(user=None).exists(),
            _("Beri akun kepada pegawai"),
            _("Di halaman tiap pegawai; sandinya sekali pakai"),
            people,
        ),
        (
            ReportingLine.objects.exists(),
            _("Tetapkan pejabat penilai"),
            _("Di halaman tiap pegawai; tanpa itu SKP belum dapat disusun"),
            people,
        ),
        (
            annual_periods().exclude(end__lt=on).exists(),
            _("Buka periode tahun ini"),
            _("Dengan empat triwulannya"),
            reverse("staff:periods"),
        ),
    ]
    return [{"text": text, "about": about, "href": href} for done, text, about, href in steps if not done]
