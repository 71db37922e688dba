"""One instansi with something behind every address, and everybody who may come to it."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from abdi.evaluation import actions as judging
from abdi.evaluation.enums import PredikatOrganisasi, Rating
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.organisation_result.actions import decide_organisation_result
from abdi.planning.actions import open_period
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Iki, Skp
from abdi.platform.accounts.models import system_user
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.web import things
from tests.web.people import People, gather
from tests.web.serving import opened_evaluation

OF_OTHERS = "allauth", "openid", "account_", "mfa_", "socialaccount_"

# name of the address → what its parts name
FACTORIES = {}
for _module in pkgutil.iter_modules(things.__path__, things.__name__ + "."):
    FACTORIES |= importlib.import_module(_module.name).FACTORIES


def addresses(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Ours: those of allauth are tested by its authors."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, ":".join(filter(None, (namespace, one.namespace or ""))))
        elif not (one.name or "").startswith(OF_OTHERS) and one.lookup_str.startswith("abdi."):
            yield ":".join(filter(None, (namespace, one.name))), one


EVERY = dict(addresses(get_resolver()))
NAMING = {name for name, one in EVERY.items() if "<" in str(one.pattern)}


@dataclass(frozen=True)
class World:
    instansi: Instansi
    office: cast.Office
    people: People
    evaluation: Evaluation  # open, with draft and measurement
    card: Evaluation  # decided, of the quarter before
    upload: StoredFile
    addresses: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, dict] = field(default_factory=dict)

    @property
    def measured(self) -> Realisation:
        return self.evaluation.realisations.get()

    @property
    def reported(self) -> Iki:
        return next(iki for one in self.evaluation.skp.rhk.all() for iki in one.iki.all() if not iki.metric)

    def address(self, name: str) -> str:
        """Makes what the address names, where it is not there yet."""
        with instansi_scope(self.instansi):
            return reverse(name, kwargs={part: make(self) for part, make in FACTORIES.get(name, {}).items()})


def build(instansi: Instansi) -> World:
    """Call inside the scope of `instansi`."""
    office = cast.open_office()
    upload = StoredFile(
        sha256="0" * 64,
        size=1,
        content_type="text/csv",
        name="a.csv",
        purpose="organisation.import",
        owner=office.user("sari"),
    )
    upload.save()
    people = gather(office, instansi)
    evaluation = opened_evaluation(office)
    return World(instansi, office, people, evaluation, _decided(office, evaluation.skp), upload)


def _decided(office: cast.Office, skp: Skp) -> Evaluation:
    dewi, ended = office.user("dewi"), date(2026, 6, 30)
    quarter = open_period(
        actor=system_user(),
        name="Triwulan II 2026",
        kind=PeriodKind.TRIWULANAN,
        start=date(2026, 4, 1),
        end=ended,
        filing_deadline=ended,
        assessor_deadline=ended,
    )
    decide_organisation_result(
        actor=office.user("sari"),
        unit=office.unit,
        period=quarter,
        predikat=PredikatOrganisasi.BAIK,
        reason="Rencana aksi terlaksana.",
    )
    one = judging.open_evaluation(actor=dewi, skp=skp, period=quarter)
    judging.give_ratings(
        actor=dewi, evaluation=one, hasil=Rating.SESUAI, perilaku=Rating.SESUAI, reason="Cukup bukti."
    )
    return judging.decide_predikat(actor=dewi, evaluation=one)
