"""Projects on screen, at work and for citizens: every form, what stays unsaid, and what a slow phone loads."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.voice.projects import actions
from abdi.voice.projects.models import Feedback, Project, Vote
from abdi.web.public.citizens.session import KEY
from abdi.web.staff.projects.money import Rupiah
from tests.strict import StrictClient
from tests.voice.projects.conftest import park
from tests.voice.scene import photo, queries_of

__all__ = ["park"]
pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def at_work(client, park, who="rina"):
    """Anew after the clock moved: a session ends by itself."""
    client.force_login(User.objects.get(pk=park.office.user(who).pk), backend=BACKEND)
    return client


def as_citizen(citizen: Citizen) -> Client:
    client = StrictClient()
    session = client.session
    session[KEY] = str(citizen.uid)
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


def post(client, page: str, /, *parts, **fields):
    return client.post(reverse(page, args=parts), fields)


def take(client, project: Project, step: str, **fields) -> int:
    address = reverse("staff:project_step", args=[project.uid, step])
    assert client.get(address).status_code == 200
    assert client.get(reverse("staff:project", args=[project.uid])).status_code == 200
    done = client.post(address, fields)
    assert done.status_code == 302, done.content.decode()[-3_000:]
    return done.status_code


def file():
    one = photo()
    one.name = "taman.jpg"
    return one


def text(client, project) -> str:
    return client.get(reverse("public:project", args=[project.uid])).content.decode()


def test_a_park_from_idea_to_use(client, park):
    """Every step by its form, as a facilitator, the team and citizens click it."""
    rina = at_work(client, park)
    start = {"title": "Taman Amplas", "summary": "Lahan kosong", "place": "RW 03", "budget": "150.000.000"}
    assert post(rina, "staff:project_new", **start, unit=park.office.unit.uid).status_code == 302
    one = Project.objects.get()
    assert one.budget == Decimal(150_000_000)
    assert Client().get(reverse("public:project", args=[one.uid])).status_code == 404
    take(rina, one, "ubah", **start | {"title": "Taman di Amplas"})
    take(rina, one, "tim", employee=park.office.joko.uid, task="Pelaksana lapangan")
    take(rina, one, "terbitkan")
    ani = as_citizen(park.citizen())
    assert post(ani, "public:project_contribute", one.uid, text="Perlu tempat teduh").status_code == 302
    said = one.contributions.get()
    credit = {"changed": "Delapan pohon ditambahkan"}
    assert post(rina, "staff:contribution_step", said.uid, "catat", **credit).status_code == 302
    for title in ("Taman teduh", "Lapangan bermain"):
        drawn = {"title": title, "text": "Pohon dan bangku", "cost": "90.000.000", "picture": file()}
        take(rina, one, "rancangan", **drawn, caption="Denah dengan delapan pohon")
    take(rina, one, "pilih", closes_at="2026-02-09T09:00")
    shown = text(ani, one)
    for words in ("Tahap 2 dari 5: Pilih rancangan", "Berikan suara", "hasilnya dihitung sesudah itu"):
        assert words in shown
    shade, field = one.alternatives.all()
    assert post(ani, "public:project_vote", one.uid, alternative=shade.uid).status_code == 302
    assert "Anda sudah memberikan suara" in text(ani, one)
    twice = post(ani, "public:project_vote", one.uid, alternative=field.uid)
    assert (twice.status_code, Vote.objects.count()) == (422, 1)
    park.later(days=8)
    at_work(rina, park)
    whys = {f"why_{field.uid}": "Terlalu dekat jalan"}
    take(rina, one, "putuskan", chosen=shade.uid, reason="Paling teduh", **whys)
    planned = {"title": "Tanah diratakan", "planned_on": "2026-02-20", "budget": "40.000.000,50"}
    take(rina, one, "tonggak", **planned, responsible=park.office.joko.uid)
    take(rina, one, "kerjakan")
    joko, step = at_work(StrictClient(), park, "joko"), one.milestones.get()
    for name, fields in (
        ("belanja", {"amount": "39.000.000", "on": "2026-02-10", "note": "Batu"}),
        ("foto", {"photo": file(), "caption": "Tanah sudah rata"}),
        ("selesai", {"done_on": "2026-02-10"}),
    ):
        assert joko.get(reverse("staff:milestone_step", args=[step.uid, name])).status_code == 200
        assert post(joko, "staff:milestone_step", step.uid, name, **fields).status_code == 302
    take(rina, one, "buka", opened_on="2026-02-10")
    for number in range(5):
        mark = {"score": 5 - number % 2, "words": f"Teduh sekali {number}"}
        assert (
            post(as_citizen(park.citizen(number)), "public:project_mark", one.uid, **mark).status_code == 302
        )
    assert "Teduh sekali" not in text(StrictClient(), one)
    park.later(days=1)
    park.release(one)
    shown = text(StrictClient(), one)
    for words in (
        "karena pendapat Warga Andai 0",
        "Delapan pohon ditambahkan",
        "Diputuskan: Taman teduh",
        "Terlalu dekat jalan",
        "Rp 39.000.000 dari pagu Rp 150.000.000 (26 %)",
        "Tepat waktu",
        "Tanah sudah rata",
        "4,6",
        "Teduh sekali 3",
        "Joko Seumpama",
    ):
        assert words in shown.replace("\N{NO-BREAK SPACE}", " "), words
    assert len(shown.encode()) < 100_000


def test_staff_have_no_voice(client, park):
    """Signed in at work, nobody speaks, votes or judges, whatever he sends."""
    project = park.voting()
    picked = project.alternatives.first()
    for who in ("rina", "joko", "dewi", "sari"):
        at_work(client, park, who)
        for name, fields in (
            ("contribute", {"text": "Dari dalam"}),
            ("vote", {"alternative": picked.uid}),
            ("mark", {"score": 5}),
        ):
            assert post(client, f"public:project_{name}", project.uid, **fields).status_code == 403
    assert (Vote.objects.count(), Feedback.objects.count(), project.contributions.count()) == (0, 0, 0)


def test_nobody_sees_a_drawing_before_the_vote(client, park):
    project = park.ideas()
    one = park.alternative(project)
    address = reverse("public:project_picture", args=[one.picture.uid])
    assert client.get(address).status_code == 404
    assert "Taman teduh" not in text(client, project)
    park.alternative(project, "Lain")
    park.open_vote(project)
    assert b"".join(client.get(address).streaming_content).startswith(b"\xff\xd8")


def test_no_script_runs(client, park):
    project = park.ideas()
    ani = as_citizen(park.citizen())
    assert post(ani, "public:project_contribute", project.uid, text=SCRIPT).status_code == 302
    assert SCRIPT not in text(ani, project)
    assert "&lt;script&gt;" in text(client, project)
    refused = post(ani, "public:project_contribute", project.uid, text=" ")
    assert (refused.status_code, "Tulis pendapat Anda." in refused.content.decode()) == (422, True)
    said = project.contributions.get()
    assert post(ani, "public:contribution_withdraw", said.uid).status_code == 302
    assert "script&gt;alert" not in text(client, project)
    assert "ditarik penulisnya (1)" in text(client, project)


def test_a_stranger_is_led_to_the_door(client, park):
    project = park.ideas()
    sent = post(client, "public:project_contribute", project.uid, text="Teduh")
    assert (sent.status_code, sent.url.split("?")[0]) == (302, "/warga/")


def test_lists_ask_the_same_for_many(client, park):
    asked = []
    for _ in range(2):
        park.ideas()
        asked.append(queries_of(client, "public:projects"))
    assert asked[0] == asked[1]
    for phase, is_there in (("gagasan", True), ("dibuka", False)):
        page = client.get(f"{reverse('public:projects')}?tahap={phase}").content.decode()
        assert ("Taman di Amplas" in page) == is_there


def test_a_page_asks_the_same_for_many_alternatives(client, park):
    asked = []
    for titles in (["Kolam", "Kebun"], ["Kolam", "Kebun", "Lapangan"]):
        project = park.ideas()
        for title in titles:
            park.alternative(project, title)
        park.open_vote(project)
        assert titles[-1] in text(client, project)
        asked.append(queries_of(client, "public:project", project.uid))
    assert asked[0] == asked[1]


def test_a_stopped_project_asks_for_no_votes(park):
    """Though the day on which the vote was to close is still to come."""
    project = park.voting()
    ani = as_citizen(park.citizen())
    assert "Berikan suara" in text(ani, project)
    park.do(actions.stop_project, project=project, reason="Lahannya sengketa")
    assert "Berikan suara" not in text(ani, project)
    assert "hasilnya dihitung sesudah itu" not in text(ani, project)


@pytest.mark.parametrize(("voters", "told"), [(4, False), (5, True)])
def test_few_votes_are_not_told_apart(client, park, voters, told):
    """Whoever is known to have voted would be read out of them, and of the order too."""
    project = park.voting()
    for number in range(voters):
        park.vote(project, number, choice=2)
    park.later(days=8)
    shown = text(client, project)
    assert f"{voters} suara" in shown
    assert (f"<b>{voters} suara</b>" in shown) == told
    assert ("Terlalu sedikit" in shown) != told
    assert (shown.index("Lapangan bermain") < shown.index("Taman teduh")) == told


def test_money_is_exported_exactly(client, park):
    project = park.under_way()
    milestone = project.milestones.get()
    told = {"milestone": milestone, "amount": Decimal("1234.50"), "on": park.at.date(), "note": "Batu"}
    park.do(actions.record_spending, "joko", **told)
    table = client.get(reverse("public:project_export", args=["csv"])).content.decode("utf-8-sig")
    assert table.splitlines()[1].split(",")[-2:] == ["40000000.00", "1234.50"]
    park.later(days=60)
    assert "Terlambat" in text(client, project)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1.500.000", "1500000"),
        ("1500000", "1500000"),
        ("Rp 1.500.000,50", "1500000.50"),
        ("-20.000", "-20000"),
        ("1.50", None),
        ("1,500,000", None),
        ("sejuta", None),
        ("1e9", None),
        ("NaN", None),
    ],
)
def test_rupiah_as_people_write_it(written, amount):
    if amount is None:
        with pytest.raises(ValidationError):
            Rupiah().clean(written)
    else:
        assert Rupiah().clean(written) == Decimal(amount)
