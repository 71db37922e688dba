"""What a sub-district made with its people: a park that is being built, a forum that was held, and one to come."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.demo.replay import Replay, neighbours
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import public_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.forums import actions as forums
from abdi.voice.forums.enums import Element, Outcome, Theme
from abdi.voice.forums.models import Forum
from abdi.voice.projects import actions as projects
from abdi.voice.projects.models import Project

OFFICE, CITIZENS = "KEC-MAWAR", 12
_CANVAS, _LAWN, _TREE = (480, 300), "#dfe8d2", "#4f7a52"
_WHY_NOT = "Lapangannya terlalu dekat dengan jalan raya; bola dan anak akan sampai ke jalan."


def take_part(*, region: Region, today: date) -> None:
    """Anto facilitates, Budi answers for the work."""
    on, builder = Replay(today, account_of(region.cast["anto"])), region.cast["budi"]
    _build_a_park(on, region, builder)
    _hold_a_forum(on, region)
    on(-2, forums.announce_forum, forum=_forum(on, region, 10, "Jam layanan hari Sabtu"))


def _build_a_park(on: Replay, region: Region, builder: Employee) -> None:
    """Chosen by twelve neighbours, one milestone done, one to come."""
    park = on(
        -120,
        projects.plan_project,
        unit=region.units[OFFICE],
        title="Taman Mawar",
        summary="Lahan kosong di samping kantor kecamatan menjadi taman yang dipakai semua umur.",
        place="Samping kantor Kecamatan Mawar",
        budget=Decimal(240_000_000),
    )
    on(-120, projects.add_member, project=park, employee=builder, task="Penanggung jawab pekerjaan")
    on(-118, projects.publish_project, project=park)
    people = neighbours("Mawar", CITIZENS, on.morning(-200))
    said = {"actor": public_user(), "project": park, "citizen": people[0]}
    idea = on(-115, projects.contribute, **said, text="Orang tua perlu tempat duduk yang teduh.")
    on(
        -110,
        projects.note_change,
        contribution=idea,
        changed="Sepuluh pohon peneduh dan enam bangku masuk rancangan",
    )
    _choose(on, park, people)
    _work(on, park, builder)


def _choose(on: Replay, park: Project, people: list[Citizen]) -> None:
    shade, field = (
        on(
            -108,
            projects.add_alternative,
            project=park,
            title=title,
            text=text,
            cost=Decimal(cost),
            picture=_plan(trees),
            caption=caption,
        )
        for title, text, cost, trees, caption in (
            (
                "Taman teduh",
                "Sepuluh pohon, enam bangku, jalan setapak.",
                220_000_000,
                10,
                "Denah dengan sepuluh pohon",
            ),
            (
                "Lapangan bermain",
                "Lapangan rumput dan ayunan.",
                180_000_000,
                3,
                "Denah lapangan dengan tiga pohon",
            ),
        )
    )
    on(-105, projects.open_vote, project=park, closes_at=on.morning(-90))
    for number, citizen in enumerate(people):
        picked = field if number % 3 == 0 else shade
        vote = {"actor": public_user(), "citizen": citizen, "project": park, "alternative": picked}
        on(-100, projects.cast_vote, **vote)
    reason = "Dipilih dua pertiga pemilih, dan paling teduh bagi orang tua."
    on(-88, projects.decide, project=park, chosen=shade, reason=reason, why_not={field.uid: _WHY_NOT})


def _work(on: Replay, park: Project, builder: Employee) -> None:
    steps = (("Tanah diratakan", 80_000_000, -40), ("Pohon dan bangku dipasang", 120_000_000, 30))
    ground, _trees = (
        on(
            -85,
            projects.plan_milestone,
            project=park,
            title=title,
            planned_on=on.day(days),
            budget=Decimal(budget),
            responsible=builder,
        )
        for title, budget, days in steps
    )
    on(-80, projects.begin_work, project=park)
    spent = {"amount": Decimal(76_500_000), "on": on.day(-50), "note": "Perataan dan tanah urug"}
    on(-49, projects.record_spending, milestone=ground, **spent)
    on(-45, projects.finish_milestone, milestone=ground, done_on=on.day(-45))


def _forum(on: Replay, region: Region, days: int, title: str) -> Forum:
    starts = on.morning(days)
    forum: Forum = on(
        min(days, 0) - 15,
        forums.draft_forum,
        unit=region.units[OFFICE],
        theme=Theme.PENERAPAN,
        title=title,
        agenda="Apa yang sudah baik, apa yang perlu diperbaiki, dan siapa mengerjakan apa.",
        place="Aula Kecamatan Mawar",
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
    )
    return forum


def _hold_a_forum(on: Replay, region: Region) -> None:
    """A month ago; one promise was kept, one is under way."""
    forum = _forum(on, region, -30, "Antrean pagi di kecamatan")
    on(-44, forums.announce_forum, forum=forum)
    came = (Element.PENYELENGGARA, Element.PENGGUNA, Element.TOKOH, Element.PENGGUNA)
    guests = [
        on(-40, forums.invite, forum=forum, element=element, name=f"Tamu Contoh {number}")
        for number, element in enumerate(came, start=1)
    ]
    on(-29, forums.note_attendance, forum=forum, present=guests)
    on(
        -29,
        forums.hold_forum,
        forum=forum,
        minutes="Pengguna menceritakan antrean Senin pagi; petugas menjelaskan.",
    )
    _answer(on, region, forum)
    for element, name in (
        (Element.PENYELENGGARA, "Budi Andaian"),
        (Element.PENGGUNA, "Tamu Contoh"),
        (Element.TOKOH, "Tamu Contoh"),
    ):
        on(-28, forums.sign, forum=forum, element=element, name=name, capacity="Wakil unsur")
    on(-28, forums.settle, forum=forum)
    first, second = forum.agreements.all()
    on(-14, forums.report_progress, agreement=first, text="Nomor antrean daring dibuka sejak pukul 07.00.")
    on(
        -12,
        forums.finish_agreement,
        agreement=first,
        evidence="Tertulis di papan pengumuman dan halaman antrean.",
    )
    on(-5, forums.report_progress, agreement=second, text="Kursi tambahan sudah dipesan.")


def _answer(on: Replay, region: Region, forum: Forum) -> None:
    told = (
        ("Buka antrean daring lebih pagi", Outcome.DITINDAKLANJUTI, "Sistemnya sudah ada; jamnya diubah."),
        ("Layani sampai malam", Outcome.TIDAK, "Belum ada petugas dan anggaran untuk sif malam."),
    )
    for text, outcome, answer in told:
        one = on(-29, forums.add_suggestion, forum=forum, element=Element.PENGGUNA, text=text)
        on(-29, forums.answer_suggestion, suggestion=one, outcome=outcome, answer=answer)
    promised = {
        "unit": region.units[OFFICE],
        "owner": region.cast["anto"],
        "suggestion": forum.suggestions.first(),
    }
    for text, due in (
        ("Antrean daring dibuka pukul 07.00", -10),
        ("Tambah dua belas kursi di ruang tunggu", 0),
    ):
        on(-29, forums.agree, forum=forum, text=text, due_on=on.day(due), **promised)


def _plan(trees: int) -> BytesIO:
    """A lawn with so many trees, seen from above."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", _CANVAS, _LAWN)
    pen = ImageDraw.Draw(image)
    for number in range(trees):
        across, down = 40 + number % 5 * 90, 60 + number // 5 * 130
        pen.ellipse((across, down, across + 50, down + 50), fill=_TREE)
    drawn = BytesIO()
    image.save(drawn, "PNG")
    drawn.seek(0)
    return drawn
