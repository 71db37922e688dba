"""Every tenant-owned model, proved by the list of models itself: a new one is held to this without being named."""

import pytest
from django.apps import apps

from abdi.platform.calendar.models import CalendarDay
from abdi.platform.notifications.models import Notice
from abdi.platform.tenancy.models import Instansi, TenantManager, TenantModel, TenantQuerySet
from abdi.platform.tenancy.scope import (
    NoInstansi,
    current_instansi,
    forget,
    instansi_scope,
    reading,
    remembered,
    remembered_while_reading,
)

OWNED = [model for model in apps.get_models() if issubclass(model, TenantModel)]
SCOPED = [model for model in apps.get_models() if isinstance(model._meta.default_manager, TenantManager)]
UNOWNED_BUT_BELONGING = {
    "accounts.User",
    "audit.AuditEntry",
    "outbox.Message",
}  # an instansi, or the installation


def each(models):
    return pytest.mark.parametrize("model", models, ids=lambda model: model._meta.label)


@each(OWNED)
def test_default_manager_is_scoped(model):
    assert model in SCOPED
    assert model._meta.default_manager.name == "objects"


@each(SCOPED)
def test_reading_without_a_scope_is_a_defect(model):
    with pytest.raises(NoInstansi):
        model.objects.all()


@each(SCOPED)
def test_every_read_asks_for_the_instansi(model, instansi):
    condition = f'"instansi_id" = {instansi.pk}'
    assert condition in str(model.objects.all().query)
    assert condition in str(model.objects.exclude(pk=0).order_by("pk").query)


@each(OWNED)
def test_writing_without_a_scope_is_a_defect(model):
    with pytest.raises(NoInstansi):
        model().save()
    with pytest.raises(NoInstansi):
        TenantQuerySet(model).bulk_create([model()])


@each(OWNED)
def test_writing_for_another_instansi_is_a_defect(model, instansi, neighbour):
    row = model(instansi=neighbour)
    with pytest.raises(NoInstansi):
        row.save()
    with pytest.raises(NoInstansi):
        model.objects.bulk_create([model(instansi=neighbour)])


def test_whoever_points_to_an_instansi_is_owned_by_it():
    """A model that points to an instansi without a scoped manager would be read across all of them."""
    pointing = {
        model._meta.label
        for model in apps.get_models()
        if any(field.related_model is Instansi for field in model._meta.concrete_fields)
    }
    assert pointing - {model._meta.label for model in SCOPED} == UNOWNED_BUT_BELONGING


def test_rows_of_another_instansi_are_invisible(instansi, neighbour):
    mine = CalendarDay.objects.create(day="2026-08-18", kind="libur", name="Hari jadi")
    with instansi_scope(neighbour):
        assert not CalendarDay.objects.exists()
        assert CalendarDay.objects.filter(pk=mine.pk).first() is None
        CalendarDay.objects.create(day="2026-08-18", kind="libur", name="Hari jadi tetangga")
    assert [row.name for row in CalendarDay.objects.all()] == ["Hari jadi"]
    assert CalendarDay.everywhere.count() == 2


def test_update_and_delete_stay_in_the_scope(instansi, neighbour):
    with instansi_scope(neighbour):
        CalendarDay.objects.create(day="2026-08-18", kind="libur", name="Tetangga")
    assert CalendarDay.objects.update(name="diubah") == 0
    assert CalendarDay.objects.all().delete()[0] == 0
    assert CalendarDay.everywhere.get().name == "Tetangga"


def test_related_rows_are_scoped_too(instansi, neighbour, person):
    """A reverse relation goes through the default manager."""
    with instansi_scope(neighbour):
        Notice.objects.create(recipient=person, kind="x", title="Bukan untuk dilihat di sini")
    assert not Notice.objects.filter(recipient=person).exists()


def test_bulk_create_takes_the_scope(instansi):
    rows = CalendarDay.objects.bulk_create([CalendarDay(day="2026-08-18", kind="libur", name="Hari jadi")])
    assert rows[0].instansi == instansi


def test_scopes_nest_and_are_restored_after_an_error(instansi, neighbour):
    with pytest.raises(ZeroDivisionError), instansi_scope(neighbour):
        assert current_instansi() == neighbour
        _ = 1 / 0
    assert current_instansi() == instansi


@pytest.fixture
def asked():
    """Answers that were asked for, each another one."""
    return []


@pytest.fixture
def ask(asked):
    def answer():
        asked.append(len(asked))
        return asked[-1]

    return answer


def test_memory_lives_as_long_as_its_scope(instansi, neighbour, ask):
    assert [remembered("seen", ask), remembered("seen", ask)] == [0, 0]
    with instansi_scope(neighbour):
        assert remembered("seen", ask) == 1
    assert remembered("seen", ask) == 0
    forget("seen")
    assert remembered("seen", ask) == 2


def test_only_a_page_remembers_what_verbs_change(instansi, ask):
    assert [remembered_while_reading("role", ask), remembered_while_reading("role", ask)] == [0, 1]
    with reading():
        assert [remembered_while_reading("role", ask), remembered_while_reading("role", ask)] == [2, 2]
    assert remembered_while_reading("role", ask) == 3


def test_nothing_is_remembered_without_an_instansi(ask, asked):
    with pytest.raises(NoInstansi):
        remembered("seen", ask)
    with pytest.raises(NoInstansi):
        forget("seen")
    assert asked == []
