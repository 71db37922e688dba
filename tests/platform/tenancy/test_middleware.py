"""Whose pages a request sees."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from abdi.platform.tenancy.middleware import CHOICE, TenancyMiddleware
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_or_none


@pytest.fixture
def seen():
    """What the view behind the middleware met."""
    return {}


@pytest.fixture
def ask(seen, db, settings):
    settings.ALLOWED_HOSTS = ["*"]

    def view(request):
        seen.update(instansi=instansi_or_none(), zone=timezone.get_current_timezone_name())
        return HttpResponse()

    def ask(user=None, host="localhost", path="/", chosen=None):
        request = RequestFactory().get(path, headers={"host": host})
        request.user, request.session = user or AnonymousUser(), {CHOICE: chosen.pk} if chosen else {}
        TenancyMiddleware(view)(request)
        return seen["instansi"]

    return ask


@pytest.fixture
def east(db):
    zone = Instansi.Timezone.WIT
    return Instansi.objects.create(
        code="a-timur", name="Kota Timur", host="timur.example.test", timezone=zone
    )


@pytest.fixture
def west(db):
    return Instansi.objects.create(code="b-barat", name="Kota Barat", host="barat.example.test")


def test_a_person_sees_their_own_instansi_on_any_host(ask, east, west, django_user_model):
    user = django_user_model.objects.create_user("joko", instansi=west)
    assert ask(user, host="timur.example.test") == west


def test_the_host_decides_for_the_public(ask, east, west):
    assert ask(host="barat.example.test") == west


def test_otherwise_the_setting(ask, east, west, settings):
    settings.ABDI_INSTANSI = "b-barat"
    assert ask() == west


def test_the_host_decides_however_many_there_are_and_however_it_is_written(ask, east):
    Instansi.objects.bulk_create(Instansi(code=f"c{n}", name=f"Kota {n}") for n in range(60))
    last = Instansi.objects.create(code="z-akhir", name="Kota Akhir", host="akhir.example.test")
    assert ask(host="Akhir.example.test:8443") == last


def test_an_address_with_a_port_is_nearer_than_one_without(ask, east):
    beside = Instansi.objects.create(code="z", name="Kota Sebelah", host="timur.example.test:8001")
    assert ask(host="timur.example.test:8001") == beside
    assert ask(host="timur.example.test:8002") == east


def test_a_setting_that_names_an_incomplete_instansi_shows_another(ask, east, settings):
    Instansi.objects.create(code="baru", name="Baru", is_incomplete=True)
    settings.ABDI_INSTANSI = "baru"
    assert ask() == east


def test_otherwise_the_first_without_a_host_of_its_own(ask, east):
    for code in ("d", "c"):
        Instansi.objects.create(code=code, name=f"Kota {code}")
    assert ask().code == "c"


def test_otherwise_the_only_one(ask, east):
    assert ask() == east


def test_a_host_nobody_has_shows_none_of_several(ask, east, west):
    assert ask(host="salah-ketik.example.test") is None


def test_one_query_finds_it(ask, east, west, django_assert_num_queries):
    with django_assert_num_queries(1):
        ask(host="barat.example.test")


def test_an_operator_sees_the_public_one(ask, east, django_user_model):
    assert ask(django_user_model.objects.create_superuser("sari")) == east


def test_an_operator_works_where_he_chose_to(ask, east, west, django_user_model):
    sari = django_user_model.objects.create_superuser("sari")
    assert ask(sari, chosen=west) == west
    Instansi.objects.filter(pk=west.pk).update(is_incomplete=True)
    assert ask(sari, chosen=west) == west
    west.delete()
    assert ask(sari, chosen=Instansi(pk=12345)) == east


def test_the_choice_counts_for_nobody_else(ask, east, west, django_user_model):
    assert ask(django_user_model.objects.create_user("joko", instansi=west), chosen=east) == west
    assert ask(host=east.host, chosen=west) == east
    out = django_user_model.objects.create_superuser("sari", is_active=False)
    assert ask(out, host=east.host, chosen=west) == east


def test_an_incomplete_instansi_is_not_shown(ask):
    Instansi.objects.create(code="baru", name="Baru", is_incomplete=True)
    assert ask() is None


def test_times_are_those_of_the_instansi(ask, seen, east):
    ask()
    assert seen["zone"] == "Asia/Jayapura"


def test_the_scope_closes_with_the_answer(ask, east):
    ask()
    assert instansi_or_none() is None


def test_probes_touch_no_database(ask, east, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ask(path="/sehat") is None
