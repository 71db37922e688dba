"""One link, one answer, and only a citizen's."""

import pytest
from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.rules.unsur import UNSUR
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.voice.surveys import actions
from abdi.voice.surveys.enums import Channel, Urutan
from abdi.voice.surveys.models import Response, Token, Word
from abdi.voice.surveys.selectors import order_of, token_by_secret, tokens_for
from abdi.voice.surveys.signs import Circumstances, Sign
from abdi.voice.surveys.tokens import secret_of
from tests.cast import YEAR
from tests.voice.surveys.conftest import CONTENT, sheet


def test_a_link_is_bound_to_who_served_and_stored_only_as_its_digest(desk):
    served = desk.served()
    token = actions.mint(actor=system_user(), served=served)
    secret = tokens_for([served.case])[served.case]
    assert token_by_secret(f" {secret[:8].lower()}-{secret[8:]} ") == token
    assert (token.employee, token.unit, token.layanan) == (
        desk.office.rina,
        desk.office.unit,
        desk.office.layanan,
    )
    kept = [str(getattr(token, field.attname)) for field in Token._meta.concrete_fields]
    assert not any(secret in value or served.case in value for value in kept)
    with pytest.raises(Token.DoesNotExist):
        token_by_secret("PALSU234PALSU234")


def test_the_same_sending_again_is_thanked_and_another_is_refused(desk):
    token = desk.answer(submission="pertama")
    desk.answer(token, submission="pertama")
    with pytest.raises(PolicyRefused, match="sudah dijawab"):
        desk.answer(token, submission="kedua")
    assert Response.objects.count() == 1


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        ({"days_ago": 8}, "sudah lewat"),
        ({"is_revoked": True}, "belum selesai"),
    ],
)
def test_a_link_gone_by_or_withdrawn_does_not_answer(desk, prepare, words):
    token = desk.token(days_ago=prepare.get("days_ago", 0))
    if "is_revoked" in prepare:
        Token.objects.update(is_revoked=True)
    with pytest.raises(PolicyRefused, match=words):
        desk.answer(token)
    assert not Response.objects.exists()


def test_an_end_undone_takes_the_link_back_and_the_next_end_gives_it_again(desk):
    served = desk.served()
    actions.mint(actor=system_user(), served=served)
    actions.revoke(actor=system_user(), case=served.case)
    assert tokens_for([served.case]) == {}
    again = actions.mint(actor=system_user(), served=desk.served("joko", case=served.case))
    assert tokens_for([served.case]) == {served.case: secret_of(served.case)}
    assert again.employee == desk.office.joko

    desk.answer(again)
    actions.revoke(actor=system_user(), case=served.case)
    actions.mint(actor=system_user(), served=served)
    assert tokens_for([served.case]) == {}, "one answer a case, however often it ends"


@pytest.mark.parametrize("role", [None, *Role])
def test_nobody_who_works_here_answers_whatever_his_role(desk, role):
    joko = desk.office.user("joko")
    if role:
        organisation.grant_role(actor=system_user(), user=joko, role=role, valid_from=YEAR)
    device, _token = register_device(
        actor=system_user(), unit=desk.office.unit, kind=DeviceKind.SURVEI, name="Kios"
    )
    with pytest.raises(PermissionRefused, match="bukan dari akun pegawai"):
        desk.answer(desk.token(), actor=joko)
    with pytest.raises(PermissionRefused):
        at_kiosk(desk, device, actor=joko)
    assert not Response.objects.exists()


def at_kiosk(desk, device, actor=None, submission="satu", layanan=None) -> None:
    actions.answer_at_kiosk(
        actor=actor or public_user(),
        device=device,
        layanan=layanan or desk.office.layanan,
        sheet=sheet(),
        submission=submission,
        around=Circumstances(),
    )


def test_a_kiosk_answers_about_a_service_of_its_unit_and_knows_its_own_share(desk):
    system, office = system_user(), desk.office
    device, _token = register_device(actor=system, unit=office.unit, kind=DeviceKind.SURVEI, name="Kios")
    for submission in ("satu", "satu", "dua"):
        at_kiosk(desk, device, submission=submission)
    found = Response.objects.filter(device=device, channel=Channel.KIOS, employee=None)
    assert found.count() == Response.objects.count() == 2

    other = organisation.create_unit(actor=system, code="LAIN", name="Lain", valid_from=YEAR)
    elsewhere = organisation.create_layanan(
        actor=system, code="LAIN", name="Lain", unit=other, valid_from=YEAR
    )
    with pytest.raises(InputRefused, match="tidak dilayani"):
        at_kiosk(desk, device, layanan=elsewhere)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"answers": CONTENT | {"waktu": 5}}, "waktu"),
        ({"answers": CONTENT | {"waktu": 0}}, "waktu"),
        ({"answers": CONTENT | {"waktu": True}}, "waktu"),
        ({"answers": CONTENT | {"waktu": "3"}}, "waktu"),
        ({"answers": CONTENT | {"u8": 3}}, "answers"),
        ({"answers": {unsur: 3 for unsur in UNSUR if unsur != "sarana"}}, "sarana"),
        ({"extra": {"p1": 0}}, "p1"),
        ({"words": "a" * 2_001}, "words"),
        ({"word": "a" * 2_001, "kind": "kritik"}, "word"),
        ({"word": "Terima kasih"}, "kind"),
        ({"word": "Terima kasih", "kind": "nilai 4"}, "kind"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_the_link_stays_open(desk, given, field):
    token = desk.token()
    with pytest.raises(InputRefused) as refusal:
        desk.answer(token, **given)
    assert refusal.value.field == field
    desk.answer(token)


def test_signs_are_kept_and_nothing_is_dropped(desk):
    around = Circumstances(is_staff_browser=True, gap=20)
    desk.answer(around=around, answers=dict.fromkeys(UNSUR, 4))
    kept = Response.objects.get()
    assert kept.flags == [Sign.STAFF_BROWSER, Sign.BURST, Sign.STRAIGHT_LINE]


def test_own_questions_and_the_order_of_the_nine_are_the_instruments(desk):
    asked = [{"text": "Dari mana Anda tahu layanan ini?", "options": ["Tetangga", "Internet"]}]
    settings = actions.InstrumentSettings(
        name="Survei triwulan", urutan=Urutan.KUESIONER, questions=asked, answer_days=3
    )
    instrument = actions.change_instrument(actor=desk.office.user("sari"), settings=settings)
    token = desk.answer(extra={"p1": 1})
    kept = Response.objects.get()
    assert order_of(instrument)[-2:] == ("sarana", "pengaduan")
    assert set(kept.answers) == set(UNSUR)
    assert kept.extra == {"p1": 1}
    assert (token.expires_on - token.served_on).days == 3
    again = actions.change_instrument(actor=desk.office.user("sari"), settings=settings)
    assert again.questions == instrument.questions
    with pytest.raises(PermissionRefused):
        actions.change_instrument(actor=desk.office.user("rina"), settings=settings)


def test_words_are_unreadable_in_the_database(desk):
    desk.answer(words="Kursinya kurang", kind="kritik", word="<script>alert(1)</script>")
    raw = Cast(F("words"), CharField()), Cast(F("text"), CharField())
    kept = Response.objects.values_list(raw[0], flat=True)[0], Word.objects.values_list(raw[1], flat=True)[0]
    assert not any(word in text for word in ("Kursi", "script") for text in kept)
    assert Response.objects.get().words == "Kursinya kurang"
    assert Word.objects.get().text == "<script>alert(1)</script>"


def test_an_answer_has_a_day_and_no_hour(desk):
    desk.answer()
    kinds = {field.get_internal_type() for field in Response._meta.concrete_fields}
    assert "DateTimeField" not in kinds
    assert Response.objects.get().day == timezone.localdate()
