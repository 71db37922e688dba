"""What those are told who follow a visit, and who works on it. No name, and no service, which may tell as much."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.platform.followers.tell import tell_followers
from abdi.services.requests.enums import PermohonanStatus
from abdi.services.requests.models import Permohonan, Step

KIND = "requests:permohonan"
_WHAT_NOW: dict[str, str | Promise] = {
    PermohonanStatus.DIPROSES: gettext_lazy(
        "Petugas sedang mengerjakannya; Anda tidak perlu berbuat apa-apa."
    ),
    PermohonanStatus.DIKEMBALIKAN: gettext_lazy(
        "Ada yang perlu Anda lengkapi; bukalah halaman kunjungan Anda."
    ),
    PermohonanStatus.SELESAI: gettext_lazy("Unduh di halaman kunjungan Anda, atau ambil di kantornya."),
    PermohonanStatus.DISERAHKAN: gettext_lazy(
        "Bila bukan Anda atau wakil Anda yang menerima, hubungi kantornya."
    ),
    PermohonanStatus.DITOLAK: gettext_lazy("Alasannya dan cara berkeberatan ada di halaman kunjungan Anda."),
    PermohonanStatus.DIBATALKAN: gettext_lazy("Anda dapat mengajukannya lagi kapan saja."),
}


def tell_citizen(permohonan: Permohonan, step: Step) -> None:
    """Once for each step, in the language each follower chose."""
    tell_followers(
        subject=permohonan.visit,
        title=format_lazy(
            "{what} {number}: {status}",
            what=gettext_lazy("Permohonan"),
            number=permohonan.number,
            status=PermohonanStatus(step.status).label,
        ),
        body=_WHAT_NOW[step.status],
        url=f"/lacak/{permohonan.visit.code}/",
        key=f"{permohonan.number}-{step.number}",
    )


def tell_handler(permohonan: Permohonan, title: str) -> None:
    tell_employee(permohonan.handler, permohonan, title)


def tell_employee(person: Employee | None, permohonan: Permohonan, title: str) -> None:
    body = _("Permohonan %s") % permohonan
    tell(person, kind=KIND, title=title, body=body, url=f"/loket/permohonan/{permohonan.uid}/")
