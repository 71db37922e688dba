"""Four people of one small office, brought to their places by the product's own actions."""

from dataclasses import dataclass
from datetime import date

from abdi.evaluation.enums import PredikatOrganisasi
from abdi.evaluation.organisation_result.actions import decide_organisation_result
from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, Role
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.planning import actions as planning
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period, Skp
from abdi.platform.accounts.models import User, system_user

YEAR = date(2026, 1, 1)
PASSWORD = "sandi-panjang-untuk-contoh"


@dataclass
class Office:
    """Rina serves, Dewi leads and judges her, Budi leads Dewi, Joko stands at another counter, Sari administers."""

    unit: Unit
    layanan: Layanan
    rina: Employee
    joko: Employee
    dewi: Employee
    budi: Employee
    sari: Employee
    year: Period
    quarter: Period

    def user(self, name: str) -> User:
        user: User = getattr(self, name).user
        return user


def open_office(prefix: str = "") -> Office:
    """Call inside `instansi_scope`; `prefix` of the user names, which are one for the whole installation."""
    system = system_user()
    unit = organisation.create_unit(actor=system, code="KEL-MELATI", name="Kelurahan Melati", valid_from=YEAR)
    people = {
        "budi": employ(
            unit, prefix + "budi", "Budi Andaian", "197501012000011001", "Camat", JenisJabatan.ADMINISTRATOR
        ),
        "dewi": employ(
            unit,
            prefix + "dewi",
            "Dewi Umpama",
            "198002022005012002",
            "Lurah",
            JenisJabatan.PENGAWAS,
            head=True,
        ),
        "rina": employ(
            unit, prefix + "rina", "Rina Misal", "199003032015012003", "Pengadministrasi kependudukan"
        ),
        "joko": employ(unit, prefix + "joko", "Joko Seumpama", "199104042016011004", "Pengadministrasi umum"),
        "sari": employ(unit, prefix + "sari", "Sari Contoh", "198505052010012005", "Pengelola kepegawaian"),
    }
    for subordinate, superior in [("rina", "dewi"), ("joko", "dewi"), ("sari", "dewi"), ("dewi", "budi")]:
        organisation.set_reporting_line(
            actor=system, subordinate=people[subordinate], superior=people[superior], valid_from=YEAR
        )
    organisation.grant_role(actor=system, user=people["sari"].user, role=Role.ADMIN, valid_from=YEAR)
    layanan = organisation.create_layanan(
        actor=system, code="KK", name="Perubahan kartu keluarga", unit=unit, valid_from=YEAR
    )
    year = _period(system, "Tahun 2026", PeriodKind.TAHUNAN, date(2026, 1, 1), date(2026, 12, 31))
    quarter = _period(system, "Triwulan III 2026", PeriodKind.TRIWULANAN, date(2026, 7, 1), date(2026, 9, 30))
    decide_organisation_result(
        actor=people["sari"].user,
        unit=unit,
        period=quarter,
        predikat=PredikatOrganisasi.BAIK,
        reason="Sembilan dari sepuluh rencana aksi terlaksana.",
    )
    return Office(unit=unit, layanan=layanan, year=year, quarter=quarter, **people)


def agreed_skp(office: Office) -> Skp:
    """Rina's SKP with one measured and one reported IKI, submitted by her and agreed by Dewi."""
    skp = skp_with_indicators(office)
    planning.submit_skp(actor=office.user("rina"), skp=skp)
    return planning.agree_skp(actor=office.user("dewi"), skp=skp)


def skp_with_indicators(office: Office) -> Skp:
    rina = office.user("rina")
    skp = planning.draft_skp(actor=rina, employee=office.rina, period=office.year)
    rhk = planning.add_rhk(actor=rina, skp=skp, text="Permohonan warga selesai sesuai standar")
    measured = {
        "text": "Selesai tepat waktu",
        "target": "90",
        "satuan": "%",
        "metric": "service.on_time.share",
    }
    planning.add_iki(actor=rina, rhk=rhk, fields=measured)
    planning.add_iki(
        actor=rina, rhk=rhk, fields={"text": "Panduan layanan diperbarui", "target": "2", "satuan": "dokumen"}
    )
    return skp


def employ(
    unit: Unit,
    username: str,
    name: str,
    nip: str,
    jabatan: str,
    jenis: JenisJabatan = JenisJabatan.PELAKSANA,
    *,
    head: bool = False,
) -> Employee:
    system = system_user()
    employee = organisation.create_employee(
        actor=system, nip=nip, name=name, status=EmployeeStatus.PNS, golongan="Penata, III/c", unit=unit
    )
    position = organisation.create_position(
        actor=system, unit=unit, name=jabatan, jenis=jenis, is_head=head, valid_from=YEAR
    )
    organisation.place_employee(actor=system, employee=employee, position=position, valid_from=YEAR)
    organisation.create_account(actor=system, employee=employee, username=username, password=PASSWORD)
    return employee


def _period(actor: User, name: str, kind: PeriodKind, start: date, end: date) -> Period:
    return planning.open_period(
        actor=actor, name=name, kind=kind, start=start, end=end, filing_deadline=end, assessor_deadline=end
    )
