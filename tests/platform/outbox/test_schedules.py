"""The tick: every schedule once a period, and deliveries started when something is due."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from abdi.platform.outbox import schedules
from abdi.platform.outbox.models import Heartbeat, Message, ScheduledRun
from abdi.platform.outbox.schedules import daily, hourly, minutely, schedule, start_due
from abdi.platform.outbox.tasks import deliver_due, tidy
from abdi.platform.outbox.tick import beat, tick

NOON = datetime(2026, 8, 17, 12, 0, tzinfo=UTC)


@pytest.fixture
def own_schedules(monkeypatch, db):
    monkeypatch.setattr(schedules, "_schedules", {})


def test_every_period_has_one_run(own_schedules):
    schedule("tiap-hari", tidy, daily)
    schedule("tiap-jam", tidy, hourly)
    assert start_due(NOON) == ["tiap-hari", "tiap-jam"]
    assert start_due(NOON) == []
    assert start_due(NOON + timedelta(minutes=59)) == []
    assert start_due(NOON + timedelta(hours=1)) == ["tiap-jam"]
    assert start_due(NOON + timedelta(days=1)) == ["tiap-hari", "tiap-jam"]
    assert DBTaskResult.objects.count() == 5


def test_days_begin_where_the_installation_is(own_schedules):
    """17.00 UTC is midnight in Jakarta."""
    assert daily(NOON + timedelta(hours=4, minutes=59)) == "2026-08-17"
    assert daily(NOON + timedelta(hours=5)) == "2026-08-18"
    assert hourly(NOON) == "2026-08-17T19+0700"
    assert minutely(NOON) == "2026-08-17T19:00+0700"


def test_a_quiet_tick_costs_one_query(own_schedules, django_assert_num_queries):
    schedule("tiap-hari", tidy, daily)
    start_due(NOON)
    with django_assert_num_queries(1):
        start_due(NOON)


def test_a_name_belongs_to_one_task(own_schedules):
    schedule("tiap-hari", tidy, daily)
    with pytest.raises(ValueError, match="tiap-hari"):
        schedule("tiap-hari", deliver_due, daily)


def test_one_waiting_delivery_is_enough(own_schedules):
    now = timezone.now()
    assert not tick(now).delivery
    Message.objects.create(topic="uji", key="k1")
    assert tick(timezone.now()).delivery
    assert not tick(timezone.now()).delivery
    assert DBTaskResult.objects.get().task_path == deliver_due.module_path


def test_tidying_keeps_what_is_recent_or_undecided(own_schedules):
    old, now = timezone.now() - timedelta(days=40), timezone.now()
    Message.objects.create(topic="uji", key="lama", delivered_at=old)
    Message.objects.create(topic="uji", key="baru", delivered_at=now)
    Message.objects.create(topic="uji", key="belum", available_at=old)
    ScheduledRun.objects.create(name="tiap-hari", period="x", at=old)
    beat("lama", old)
    beat("baru", now)
    tidy.call()
    assert set(Message.objects.values_list("key", flat=True)) == {"baru", "belum"}
    assert not ScheduledRun.objects.exists()
    assert Heartbeat.objects.get().worker == "baru"


def test_the_command(own_schedules, capsys):
    call_command("tick", "--json")
    assert capsys.readouterr().out == '{"schedules": [], "delivery": false}\n'
