"""What people say to each other: words with a name, a survey that runs and one that is closed, a talk, coaching."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from abdi.activity.dialogue import actions as talking
from abdi.activity.dialogue.enums import SessionKind, TindakLanjut
from abdi.activity.dialogue.models import Session
from abdi.activity.feedback import actions as feedback
from abdi.activity.feedback.models import Collection
from abdi.activity.feedback.relations import eligible_raters
from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.organisation.actions import create_account
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User

_TWO_WEEKS = timedelta(days=14)
_SENTENCES = (
    ("harmonis", "Masalah di loket dibicarakan saat itu juga, tanpa menyalahkan."),
    ("adaptif", "Jadwal dua loket dicoba dahulu seminggu sebelum ditetapkan."),
    ("kompeten", "Perlu lebih sering menjelaskan alasan perubahan prosedur."),
    ("kolaboratif", "Rapat pagi selalu memberi giliran bicara kepada semua."),
)
_SCORES = (
    {"harmonis": 5, "adaptif": 4},
    {"harmonis": 4, "adaptif": 4},
    {"harmonis": 5, "adaptif": 3},
    {"harmonis": 5, "adaptif": 4},
)
_STATEMENTS = (5, 5, 4, 4, 4, 3, 4, 5, 4)


def talk_together(*, actor: User, region: Region, plans: Mapping[str, Skp]) -> None:
    """Dated from the real day: the actions take no other. `actor` opens sign-ins for those outside the cast."""
    rina, joko, dewi = (region.cast[name] for name in ("rina", "joko", "dewi"))
    _say(rina, dewi)
    _meet(plans["rina"], dewi)
    _coach(joko, dewi)
    _propose(rina, plans["rina"])
    _survey_to_its_end(actor, dewi, plans["dewi"])


def _say(employee: Employee, leader: Employee) -> None:
    text = "Antrean pagi tertangani karena berkas diperiksa sebelum nomor dipanggil."
    feedback.give_feedback(
        actor=account_of(leader), about=employee, text=text, nilai="berorientasi_pelayanan"
    )


def _meet(skp: Skp, leader: Employee) -> None:
    dialogue = talking.plan_dialogue(
        actor=account_of(leader),
        skp=skp,
        starts_at=timezone.now(),
        minutes=30,
        agenda=["Antrean pagi", "Panduan loket yang belum selesai", "Bantuan yang diperlukan"],
        place="Ruang Lurah",
    )
    until = timezone.localdate() + _TWO_WEEKS
    talking.hold_dialogue(
        actor=account_of(leader),
        dialogue=dialogue,
        notes="Antrean pagi dipecah dua loket mulai pekan depan; panduan menunggu contoh dari dinas.",
        agreed=[
            ("Susun panduan perubahan kartu keluarga", skp.employee, until),
            ("Minta contoh panduan kepada dinas", leader, until),
        ],
    )


def _coach(employee: Employee, leader: Employee) -> Session:
    session = talking.record_session(
        actor=account_of(leader),
        kind=SessionKind.BIMBINGAN,
        employees=[employee],
        day=timezone.localdate(),
        topic="Permohonan yang lewat waktu standar",
        notes="Berlatih memeriksa kelengkapan berkas sebelum permohonan dicatat.",
        tindak_lanjut=TindakLanjut.PELATIHAN,
    )[0]
    talking.give_session_feedback(actor=account_of(employee), session=session, scores=list(_STATEMENTS))
    line = {
        "competency": "Pelayanan publik",
        "score": 3,
        "reason": "Ramah kepada warga, tetapi berkas sering dikembalikan dua kali.",
        "follow_up": "Pelatihan standar pelayanan",
        "needs_training": True,
    }
    talking.assess_competencies(actor=account_of(leader), session=session, lines=[line])
    return session


def _propose(about: Employee, skp: Skp) -> Collection:
    """Confirmed by the leader, and waiting for its answers."""
    raters = list(eligible_raters(about, timezone.localdate()))[: len(_SCORES)]
    survey = feedback.propose_survey(
        actor=account_of(about),
        about=about,
        period=skp.period,
        raters=raters,
        closes_on=timezone.localdate() + _TWO_WEEKS,
    )
    return feedback.confirm_survey(actor=account_of(skp.pejabat_penilai), survey=survey, raters=raters)


def _survey_to_its_end(actor: User, about: Employee, skp: Skp) -> None:
    """All have answered, so that the leader may close it before its last day."""
    survey, leader = _propose(about, skp), account_of(skp.pejabat_penilai)
    for invitation, scores, said in zip(
        survey.invitations.select_related("rater__user"), _SCORES, _SENTENCES, strict=True
    ):
        user = invitation.rater.user or create_account(actor=actor, employee=invitation.rater)
        feedback.answer_survey(actor=user, survey=survey, scores=scores, texts=dict([said]))
    feedback.answer_survey(
        actor=account_of(about), survey=survey, scores={"harmonis": 4, "adaptif": 5}, texts={}
    )
    feedback.answer_survey(actor=leader, survey=survey, scores={"harmonis": 4, "adaptif": 4}, texts={})
    feedback.close_collection(actor=leader, collection=survey)
