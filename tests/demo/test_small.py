"""What of the demo can be said without a year of facts."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from abdi.demo.cast import CHARACTERS, PASSWORD
from abdi.demo.names import identity
from abdi.demo.periods import last_quarter
from abdi.demo.region import OFFICES
from abdi.demo.seeding import seed
from abdi.platform.errors import PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.rules import evaluate

TODAY = date(2026, 11, 20)


def test_seeding_is_refused_outside_the_demo(system, settings):
    settings.ABDI_DEMO = False
    with pytest.raises(PolicyRefused, match="script/demo"):
        seed(actor=system, today=TODAY)
    assert not Instansi.objects.exists()


def test_seeding_is_refused_beside_anything_real(system, settings):
    settings.ABDI_DEMO = True
    Instansi.objects.create(code="kab-nyata", name="Kabupaten Nyata")
    with pytest.raises(PolicyRefused, match="Kabupaten Nyata, yang bukan contoh"):
        seed(actor=system, today=TODAY)


@pytest.mark.parametrize("kelas", [3, 5, 8, 9, 11, 14, 15])
def test_numbers_have_the_right_form(kelas):
    for number in range(200):
        who = identity(number, kelas)
        told = evaluate("nip", on=date(2024, 12, 31), input={"nip": who.nip})
        assert told.details["kesalahan"] == []
        assert told.value["jenis"] == who.status
    assert len({identity(number, kelas).name for number in range(200)}) == 200


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (date(2026, 11, 20), date(2026, 7, 1)),
        (date(2026, 10, 1), date(2026, 7, 1)),
        (date(2027, 2, 28), date(2026, 10, 1)),
        (date(2026, 4, 30), date(2026, 1, 1)),
    ],
)
def test_what_is_judged_is_the_last_quarter_that_is_over(today, start):
    assert last_quarter(today) == start


def test_the_cast_stands_in_posts_that_exist():
    posts = {(office.code, post.name): post.count for office in OFFICES for post in office.posts}
    assert sum(posts.values()) == 120
    for character in CHARACTERS:
        assert posts[character.office, character.post] >= 1
        assert not character.role_office or character.role_office in {office.code for office in OFFICES}


def test_accounts_are_told():
    out = StringIO()
    call_command("demo", "accounts", stdout=out)
    assert PASSWORD in out.getvalue()
    assert out.getvalue().startswith("Warga    tidak perlu akun\nrina")
    out = StringIO()
    call_command("demo", "accounts", "--json", stdout=out)
    assert set(json.loads(out.getvalue())["accounts"]) == {
        "rina", "dewi", "budi", "hadi", "tono", "sari", "wulan", "yanto", "anto", "gatot", "operator",
    }  # fmt: skip


def test_a_tour_of_nothing_says_what_to_do(db):
    with pytest.raises(CommandError) as refusal:
        call_command("demo", "tour")
    assert refusal.value.returncode == 2
    assert "jalankan script/demo" in str(refusal.value)
