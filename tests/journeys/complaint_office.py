"""A kelurahan that is complained to: who sorts, who answers, and what about."""

from abdi.organisation import actions as organisation
from abdi.organisation.enums import JenisJabatan, Role
from abdi.platform.accounts.models import system_user
from abdi.voice.complaints.actions import create_category
from abdi.voice.complaints.enums import Kelas
from tests.cast import YEAR, employ

COORDINATOR, LIAISON = "mira-koordinator", "nanda-penghubung"
UNIT, CATEGORY = "Kelurahan Alun", "Lampu jalan"
NAME, CONTACT = "Kirana Rekaan", "0812-0000-0417"


def open_complaint_office() -> None:
    system = system_user()
    unit = organisation.create_unit(actor=system, code="ALUN", name=UNIT, valid_from=YEAR)
    sorts = employ(
        unit, COORDINATOR, "Mira Misalan", "198705052011012031", "Sekretaris", JenisJabatan.PENGAWAS
    )
    answers = employ(unit, LIAISON, "Nanda Umpama", "199006062014011032", "Pengadministrasi sarana")
    organisation.grant_role(actor=system, user=sorts.user, role=Role.PENGADUAN, valid_from=YEAR)
    organisation.grant_role(actor=system, user=answers.user, role=Role.PENGHUBUNG, unit=unit, valid_from=YEAR)
    create_category(actor=system, code="LAMPU", name=CATEGORY, kelas=Kelas.RINGAN)


def print_where_it_is_named() -> None:
    """The tables of which a row as Django reads it names the reporter: only the vault, which lies there encrypted."""
    from django.apps import apps

    for model in apps.get_models():
        rows = getattr(model, "everywhere", model._default_manager).values_list()
        if any(word in str(row) for row in rows.iterator() for word in (NAME, CONTACT)):
            print(model._meta.label)
