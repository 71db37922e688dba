"""Who may come to an address: one person for every role towards Rina, brought there by the product's actions."""

from dataclasses import dataclass

from django.test import Client

from abdi.organisation import actions as organisation
from abdi.organisation.enums import JenisJabatan, Role
from abdi.organisation.models import Employee, Unit
from abdi.platform.accounts.models import User, system_user
from abdi.platform.tenancy.middleware import CHOICE
from abdi.platform.tenancy.models import Instansi
from tests import cast

# role → what sets this person apart from the others
ROLES = {
    "visitor": "not signed in",
    "guest": "an account of the instansi without an employee behind it",
    "self": "Rina, whom everything is about",
    "colleague": "Joko: same unit, same assessor, serves at another counter",
    "invited": "Lina: same unit, was asked about Rina and works with her in a matrix",
    "assessor": "Dewi: head of the unit, pejabat penilai of Rina",
    "superior": "Budi: pejabat penilai of Dewi",
    "admin": "Sari: admin of the whole instansi",
    "manager": "tim pengelola kinerja of the whole instansi",
    "leader": "pimpinan of the whole instansi",
    "unit_admin": "admin of Rina's unit, who works elsewhere",
    "unit_manager": "pengelola kinerja of Rina's unit, who works elsewhere",
    "neighbour": "head of another unit, trusted with everything there",
    "operator": "runs the installation",
}
_OF_THE_CAST = {
    "self": "rina",
    "colleague": "joko",
    "assessor": "dewi",
    "superior": "budi",
    "admin": "sari",
}
NAMES = ("Gita", "Hana", "Ira", "Kiki", "Lastri")
TRUSTED = (Role.ADMIN, Role.PENGELOLA_KINERJA, Role.PIMPINAN)


@dataclass(frozen=True)
class People:
    users: dict[str, User]
    invited: Employee
    instansi: Instansi

    def enter(self, role: str) -> Client:
        """Asks as htmx does: a page is the same, a refusal is a sentence instead of a page around it."""
        client = Client(headers={"HX-Request": "true"})
        if role == "visitor":
            return client
        client.force_login(self.users[role], backend="django.contrib.auth.backends.ModelBackend")
        if role == "operator":
            session = client.session
            session[CHOICE] = self.instansi.pk
            session.save()
        return client


def gather(office: cast.Office, instansi: Instansi) -> People:
    """Call inside the scope of `instansi`."""
    elsewhere = organisation.create_unit(
        actor=system_user(), code="KEL-KENANGA", name="Kelurahan Kenanga", valid_from=cast.YEAR
    )
    users = {role: office.user(name) for role, name in _OF_THE_CAST.items()}
    users["guest"] = User.objects.create_user("tamu", "", cast.PASSWORD, name="Tamu Andai", instansi=instansi)
    users["operator"] = User.objects.create_superuser("operator", "", cast.PASSWORD, name="Oki Operator")
    invited = cast.employ(office.unit, "lina", "Lina Umpama", "199203032017012006", "Arsiparis")
    organisation.set_reporting_line(
        actor=system_user(), subordinate=invited, superior=office.dewi, valid_from=cast.YEAR
    )
    users["invited"] = invited.user
    for number, (role, *trust) in enumerate(_trusts(office.unit, elsewhere), start=1):
        head = role == "neighbour"
        one = cast.employ(
            elsewhere,
            role,
            f"{NAMES[number - 1]} Contoh",
            f"198805052015012{number:03}",
            "Lurah" if head else "Analis",
            JenisJabatan.PENGAWAS if head else JenisJabatan.PELAKSANA,
            head=head,
        )
        users[role] = one.user
        for what, where in trust:
            organisation.grant_role(
                actor=system_user(), user=one.user, role=what, unit=where, valid_from=cast.YEAR
            )
    organisation.grant_role(
        actor=system_user(), user=users["colleague"], role=Role.PETUGAS, valid_from=cast.YEAR
    )
    return People(users, invited, instansi)


def _trusts(unit: Unit, elsewhere: Unit) -> list[tuple]:
    """(role, (trust, where)…); where None is the whole instansi."""
    return [
        ("manager", (Role.PENGELOLA_KINERJA, None)),
        ("leader", (Role.PIMPINAN, None)),
        ("unit_admin", (Role.ADMIN, unit)),
        ("unit_manager", (Role.PENGELOLA_KINERJA, unit)),
        ("neighbour", *((what, elsewhere) for what in TRUSTED)),
    ]
