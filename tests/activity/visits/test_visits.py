"""Visits in the field: who may do what, what is recorded, and what the ledger is told."""

from datetime import datetime, time, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files import File
from django.utils import timezone

from abdi.activity.visits import actions
from abdi.activity.visits.enums import PlaceFound, VisitStatus
from abdi.activity.visits.geo import Point
from abdi.activity.visits.models import PlannedVisit
from abdi.activity.visits.rounds import Stop, read_stops
from abdi.facts.selectors import current
from abdi.measurement.engine import measure
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.files.metadata import without_metadata
from abdi.platform.notifications.models import Notice

PLACE = Point.read("-6.914744", "107.609810")
NEAR, FAR = Point.read("-6.915000", "107.610000"), Point.read("-6.95", "107.65")
ALL_DAY = {"opens": time(0, 0), "closes": time(23, 59, 59)}


@pytest.fixture
def plan(office):
    def run(who="rina", *, stop=None, days=0, **changed):
        options = {"day": timezone.localdate() + timedelta(days), "purpose": "Penimbangan balita", **ALL_DAY}
        [visit] = actions.plan_round(
            actor=office.user(who),
            employee=office.rina,
            stops=[stop or Stop("Posyandu Melati", PLACE)],
            **(options | changed),
        )
        return visit

    return run


@pytest.fixture
def arrive(office):
    def run(visit, who="rina", **changed):
        options = {"at": timezone.now(), "client_id": uuid4(), "position": NEAR}
        return actions.check_in(actor=office.user(who), visit=visit, **(options | changed))

    return run


def told():
    return [(one["kind"], one["value"]) for one in current(limit=1_000)]


def missed(visit):
    """The same visit, one day on."""
    PlannedVisit.objects.update(day=visit.day - timedelta(days=1))
    visit.refresh_from_db()
    return visit


@pytest.mark.parametrize(
    ("who", "may_plan", "may_arrive"),
    [
        ("rina", True, True),
        ("dewi", True, False),
        ("budi", True, False),
        ("sari", True, False),
        ("joko", False, False),
    ],
)
def test_who_plans_and_who_arrives(plan, arrive, office, who, may_plan, may_arrive):
    def allowed(act, **options):
        try:
            act(who=who, **options)
        except PermissionRefused:
            return False
        return True

    def cancel(who):
        actions.cancel_visit(actor=office.user(who), visit=visit, reason="Hujan")

    assert allowed(plan) == may_plan
    visit = plan() if not may_plan else PlannedVisit.objects.get()
    assert allowed(arrive, visit=visit) == may_arrive
    visit.refresh_from_db()
    if visit.status == VisitStatus.DIRENCANAKAN:
        assert allowed(cancel) == may_plan


@pytest.mark.parametrize(
    ("position", "window", "found", "value"),
    [
        (NEAR, ALL_DAY, PlaceFound.DI_TEMPAT, 1.0),
        (FAR, ALL_DAY, PlaceFound.JAUH, 0.0),
        (None, ALL_DAY, PlaceFound.TANPA_POSISI, 0.0),
        (NEAR, {"opens": time(0, 0), "closes": time(0, 0, 1)}, PlaceFound.DI_TEMPAT, 0.0),
    ],
)
def test_an_arrival_is_recorded_as_it_is(plan, arrive, position, window, found, value):
    visit = arrive(plan(**window), position=position)
    assert (visit.place_found, visit.status) == (found, VisitStatus.DIKUNJUNGI)
    assert told() == [("field.planned", None), ("field.visit", value)]
    [fact] = current(kinds=["field.visit"])
    assert fact["attrs"] == {"place": found, "in_time": visit.in_time, "distance": visit.distance}


def test_without_a_point_the_time_decides(plan, arrive):
    assert arrive(plan(stop=Stop("Sekolah")), position=None).is_on_spot
    assert told()[-1] == ("field.visit", 1.0)


def test_one_tap_sent_twice_arrives_once(plan, arrive):
    visit, tap = plan(), uuid4()
    first = arrive(visit, client_id=tap).visited_at
    assert arrive(visit, client_id=tap, position=FAR).visited_at == first
    assert len(told()) == 2
    with pytest.raises(PolicyRefused, match="sudah dicatat tiba"):
        arrive(visit)


def test_a_visit_nobody_made_counts_once_and_a_late_arrival_supersedes_it(plan, arrive, system):
    visit = missed(plan())
    assert visit.is_missed()
    assert actions.count_missed(actor=system) == 1
    assert actions.count_missed(actor=system) == 0
    assert told() == [("field.planned", None), ("field.visit", 0.0)]
    with pytest.raises(PolicyRefused, match="terlewat"):
        actions.cancel_visit(actor=visit.employee.user, visit=visit, reason="lupa")
    arrive(visit)
    assert (visit.in_time, told()) == (False, [("field.planned", None), ("field.visit", 0.0)])


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        ({"at": timedelta(hours=1)}, "mendahului"),
        ({"days": 1}, "catat kedatangan pada hari itu"),
        ({"photo": b"\xff\xd8\xff\xe1\x00"}, "tidak utuh"),
    ],
)
def test_what_cannot_have_happened_is_refused(plan, arrive, options, refusal):
    visit = plan(days=options.pop("days", 0))
    if "at" in options:
        options["at"] = timezone.now() + options["at"]
    if "photo" in options:
        options["photo"] = File(BytesIO(options["photo"]), "a.jpg")
    with pytest.raises((InputRefused, PolicyRefused), match=refusal):
        arrive(visit, **options)
    assert told() == []


def test_planning_refuses_the_past_the_double_and_a_stranger_s_rhk(plan, office):
    with pytest.raises(InputRefused, match="sudah lewat"):
        plan(days=-1)
    plan()
    with pytest.raises(InputRefused, match="sudah direncanakan"):
        plan()


def test_a_cancelled_visit_is_told_and_leaves_no_fact(plan, office):
    visit = plan("dewi")
    assert Notice.objects.of(office.user("rina")).count() == 1
    with pytest.raises(InputRefused, match="alasan"):
        actions.cancel_visit(actor=office.user("rina"), visit=visit, reason=" ")
    actions.cancel_visit(actor=office.user("rina"), visit=visit, reason="Posyandu dipindah")
    assert Notice.objects.of(office.user("dewi")).filter(kind="visits:visit").count() == 1
    assert told() == []


def test_the_share_is_measured_over_visits_that_came_due(plan, arrive, office, system):
    missed(plan())
    for place in range(4):
        arrive(plan(stop=Stop(f"Titik {place}", PLACE)))
    actions.count_missed(actor=system)
    [one] = measure(["field.visit.share"], per="petugas")
    assert (one.value, one.n) == (80.0, 5)


def test_pasted_points():
    text = (
        "Posyandu Melati; -6,914744; 107,60981; 150\n\nSD 1\t-6.9\t107.6\nPos 3; -6.914744, 107.609810\nPos 4"
    )
    assert read_stops(text) == [
        Stop("Posyandu Melati", PLACE, 150),
        Stop("SD 1", Point.read("-6.9", "107.6")),
        Stop("Pos 3", PLACE),
        Stop("Pos 4"),
    ]


@pytest.mark.parametrize("line", ["Pos; -6,9", "Pos; 96; 107", "; 1; 2", "Pos; a; b", "Pos; 1; 2; dekat"])
def test_a_line_that_is_no_point_is_named(line):
    with pytest.raises(InputRefused, match=r"^Baris 2: "):
        read_stops(f"Pos 1\n{line}")


def test_a_photo_loses_what_the_telephone_added(plan, arrive):
    def segment(marker, content):
        return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content

    picture = (
        segment(0xE0, b"JFIF\0") + segment(0xDB, b"table") + segment(0xDA, b"scan") + b"\x11\x22\xff\xd9"
    )
    taken = b"\xff\xd8" + segment(0xE1, b"Exif\0\0 GPS -6.9") + segment(0xFE, b"owner") + picture
    assert without_metadata(BytesIO(taken)).read() == b"\xff\xd8" + picture
    visit = arrive(plan(), photo=File(BytesIO(taken), "foto.jpg"))
    assert visit.photo.path.read_bytes() == b"\xff\xd8" + picture


def test_the_window_is_told_in_the_clock_of_the_instansi(plan, arrive):
    visit = plan(opens=time(8), closes=time(9))
    local = timezone.make_aware(datetime.combine(visit.day, time(8, 30)))
    PlannedVisit.objects.update(day=visit.day - timedelta(days=1))
    assert arrive(visit, at=local - timedelta(days=1)).in_time
