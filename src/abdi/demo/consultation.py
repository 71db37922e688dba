"""What the public was asked: where lamps are needed, with what came of it, and whether to open on Saturdays."""

from dataclasses import dataclass
from datetime import date

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.demo.replay import Replay, neighbours
from abdi.platform.accounts.models import public_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import ProposalStatus
from abdi.voice.consultation.models import Post, Topic


@dataclass(frozen=True, slots=True)
class _Idea:
    """`author`: which of the neighbours proposed it; as many of the others as `supporters` stand behind it."""

    author: int
    supporters: int
    title: str
    text: str


_SCHOOL = _Idea(
    0, 7, "Jalan ke sekolah", "Gelap sesudah magrib, padahal anak-anak pulang mengaji lewat sana."
)
_MARKET = _Idea(1, 4, "Simpang pasar", "Pedagang datang pukul tiga pagi dan tidak melihat lubang jalan.")
_FIELDS = _Idea(2, 1, "Jalan sawah", "Supaya panen dapat diangkut malam hari.")
_TWICE = _Idea(3, 5, "Dua Sabtu sebulan", "Yang bekerja Senin sampai Jumat cukup terbantu dua kali sebulan.")
_AROUND = _Idea(4, 3, "Layanan keliling di balai RW", "Lansia tidak perlu naik ojek ke kelurahan.")


def hear_the_public(*, region: Region, today: date) -> None:
    """Anto asks, neighbours propose and stand behind one another's words, and Budi answers for the kecamatan."""
    on = Replay(today, account_of(region.cast["anto"]))
    people = neighbours("Melati", 9, on.morning(-200))
    _answered(on, region, people)
    _under_way(on, region, people)


def _answered(on: Replay, region: Region, people: list[Citizen]) -> None:
    """One proposal is done, one promised, one refused."""
    topic = _ask(
        on,
        opens=-75,
        lasts=20,
        unit=region.units["KEC-MAWAR"],
        title="Dua puluh lampu jalan",
        question="Di mana lampu jalan paling dibutuhkan?",
        background="Anggaran tahun ini cukup untuk dua puluh lampu di seluruh kecamatan.",
    )
    school, market, fields = (_propose(on, -70, topic, one, people) for one in (_SCHOOL, _MARKET, _FIELDS))
    _comment(on, -66, school, people[-1], "Juga di depan musala; di sana ada selokan terbuka.")
    budi = {"actor": account_of(region.cast["budi"])}
    for proposal, outcome, due, reason in (
        (school, ProposalStatus.DITERIMA, -10, "Delapan lampu dipasang di sepanjang jalan ke sekolah."),
        (market, ProposalStatus.DITERIMA, 20, "Dua belas lampu dipasang sesudah lubang jalannya ditambal."),
        (fields, ProposalStatus.DITOLAK, 0, "Jaringan listriknya belum sampai; diusulkan untuk tahun depan."),
    ):
        on(-42, actions.answer, proposal=proposal, outcome=outcome, reason=reason, due_on=on.day(due), **budi)
    on(-25, actions.report_progress, proposal=school, text="Tiangnya sudah berdiri.", **budi)
    on(-12, actions.report_progress, proposal=school, text="Delapan lampu menyala.", is_done=True, **budi)
    on(-6, actions.report_progress, proposal=market, text="Lubang jalannya sudah ditambal.", **budi)


def _under_way(on: Replay, region: Region, people: list[Citizen]) -> None:
    """Open for another week; what is proposed waits for the lurah."""
    topic = _ask(
        on,
        opens=-6,
        lasts=14,
        unit=region.units["KEL-MELATI"],
        layanan=region.layanan["KEL-MELATI-DOMISILI"],
        title="Loket pada hari Sabtu",
        question="Kapan sebaiknya loket kelurahan buka di luar jam kerja?",
        background="Dua petugas dapat bergantian berjaga, asalkan jumlah jam kerja sebulan tetap sama.",
    )
    twice, _around = (_propose(on, -5, topic, one, people) for one in (_TWICE, _AROUND))
    _comment(on, -3, twice, people[-1], "Lebih baik pagi, sebelum orang pergi ke pasar.")
    yanto = account_of(region.cast["yanto"])
    on(-2, actions.comment, actor=yanto, proposal=twice, text="Kami hitung dahulu jadwal petugasnya.")


def _ask(on: Replay, *, opens: int, lasts: int, **asked: object) -> Topic:
    """Open for so many days, and answered within two weeks."""
    days = {"opens": opens, "closes": opens + lasts, "answers_due": opens + lasts + 14}
    draft = on(opens - 2, actions.draft_topic, **asked, **{name: on.day(one) for name, one in days.items()})
    topic: Topic = on(opens - 1, actions.publish_topic, topic=draft)
    return topic


def _propose(on: Replay, days: int, topic: Topic, idea: _Idea, people: list[Citizen]) -> Post:
    """With its supporters on the next day."""
    said = {"actor": public_user(), "citizen": people[idea.author], "topic": topic}
    proposal: Post = on(days, actions.propose, title=idea.title, text=idea.text, **said)
    others = [one for one in people if one != people[idea.author]]
    for one in others[: idea.supporters]:
        on(days + 1, actions.support, actor=public_user(), citizen=one, proposal=proposal, version=1)
    return proposal


def _comment(on: Replay, days: int, proposal: Post, citizen: Citizen, text: str) -> None:
    on(days, actions.comment, actor=public_user(), citizen=citizen, proposal=proposal, text=text)
