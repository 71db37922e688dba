"""The road of a standar from draft to replaced, and each place where it is refused."""

from datetime import timedelta

import pytest

from abdi.platform.accounts.models import public_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.services.standards import actions
from abdi.services.standards.components import changes, missing
from abdi.services.standards.enums import Group, ReviewKind, StandarStatus
from abdi.services.standards.models import Standar
from abdi.services.standards.selectors import standar_in_force

DAY = timedelta(days=1)


def test_from_draft_to_replaced(desk):
    layanan, standar = desk.office.layanan, desk.published()
    said = actions.comment(
        actor=public_user(), standar=standar, text="Tambah loket Sabtu.", group=Group.TOKOH
    )
    desk.after(standar, 30)
    actions.answer_comment(actor=desk.sari, comment=said, is_accepted=True, answer="Buka Sabtu pagi.")
    actions.change_standar(actor=desk.sari, standar=standar, fields={"time_value": 1})
    assert standar.status == StandarStatus.PERBAIKAN
    desk.set(standar)
    assert standar_in_force(layanan, desk.today) == standar
    desk.fields = {"time_value": 3}
    second = desk.discussed()
    assert (second.version, second.product) == (2, "Kartu keluarga")
    assert [(one.label, one.before, one.after) for one in changes(standar, second)] == [
        ("Jangka waktu penyelesaian", ["1 hari kerja"], ["3 hari kerja"])
    ]
    actions.publish(actor=desk.sari, standar=second)
    tomorrow = desk.today + DAY
    desk.set(desk.after(second, 30), valid_from=tomorrow)
    assert standar_in_force(layanan, desk.today) == standar
    assert standar_in_force(layanan, tomorrow) == second
    actions.withdraw(actor=desk.sari, standar=second, last_day=tomorrow)
    assert standar_in_force(layanan, tomorrow) == second
    assert standar_in_force(layanan, tomorrow + DAY) is None
    assert "Sabtu" not in str(list(AuditEntry.objects.values_list("data", flat=True)))


def test_one_set_before_is_adopted(desk):
    standar = desk.draft()
    past = desk.today - timedelta(days=400)
    desk.set(standar, actions.adopt_standar, decided_on=past, valid_from=past)
    assert standar_in_force(desk.office.layanan, past) == standar
    again = desk.draft()
    with pytest.raises(PolicyRefused, match="sudah mempunyai standar"):
        desk.set(again, actions.adopt_standar, decided_on=past + DAY, valid_from=past + DAY)


def test_nothing_to_answer_or_improve(desk):
    assert desk.set(desk.commented_out()).status == StandarStatus.DITETAPKAN


# what somebody tries → where the draft stands → the words of the refusal
REFUSED = {
    "second draft": ("draft", lambda desk, one: desk.draft(), "masih mempunyai rancangan"),
    "publish without minutes": (
        "draft",
        lambda desk, one: actions.publish(actor=desk.sari, standar=one),
        "berita acara",
    ),
    "set without the public": ("discussed", lambda desk, one: desk.set(one), "menerima tanggapan"),
    "set too early": ("published", lambda desk, one: desk.set(one), "masih boleh menanggapi"),
    "change what is commented on": (
        "published",
        lambda desk, one: actions.change_standar(actor=desk.sari, standar=one, fields={"fee": 1}),
        "masih boleh menanggapi",
    ),
    "comment too late": ("commented_out", lambda desk, one: _comment(one), "sudah berakhir"),
    "comment on a draft": ("draft", lambda desk, one: _comment(one), "tidak sedang menerima"),
    "comment in HTML": ("published", lambda desk, one: _comment(one, "<script>x"), "teks biasa"),
    "endless comment": ("published", lambda desk, one: _comment(one, "a" * 4_001), "4001"),
    "empty comment": ("published", lambda desk, one: _comment(one, " "), "Tulis tanggapan"),
    "minutes without the public": (
        "draft",
        lambda desk, one: actions.record_berita_acara(
            actor=desk.sari,
            standar=one,
            held_on=desk.today,
            place="Balai",
            participants=[{"group": Group.PENYELENGGARA, "name": "Dewi Umpama"}],
        ),
        "wakil masyarakat",
    ),
    "in force before it was decided": (
        "commented_out",
        lambda desk, one: desk.set(one, valid_from=desk.today - DAY),
        "sebelum ditetapkan",
    ),
    "promise backwards": (
        "commented_out",
        lambda desk, one: desk.set(one, decided_on=desk.today - DAY, valid_from=desk.today - DAY),
        "mulai hari ini",
    ),
    "no decree": ("commented_out", lambda desk, one: desk.set(one, decree=" "), "nomor keputusan"),
    "unknown component": (
        "draft",
        lambda desk, one: actions.change_standar(actor=desk.sari, standar=one, fields={"status": "x"}),
        "tidak dikenal",
    ),
    "adopt what the public discussed": (
        "published",
        lambda desk, one: desk.set(one, actions.adopt_standar),
        "belum dipublikasikan",
    ),
    "review of a draft": (
        "draft",
        lambda desk, one: actions.record_review(
            actor=desk.sari, standar=one, kind=ReviewKind.EVALUASI, held_on=desk.today, conclusion="Baik"
        ),
        "sudah ditetapkan",
    ),
}


def _comment(standar, text="Terlalu lama."):
    return actions.comment(actor=public_user(), standar=standar, text=text)


@pytest.mark.parametrize("tried", REFUSED)
def test_refused(desk, tried):
    stands, act, words = REFUSED[tried]
    standar = getattr(desk, stands)()
    before = Standar.objects.values().get(pk=standar.pk)
    with pytest.raises((PolicyRefused, InputRefused), match=words):
        act(desk, standar)
    assert Standar.objects.values().get(pk=standar.pk) == before


def test_the_missing_are_named_and_every_comment_answered(desk):
    desk.fields = {**desk.fields, "safety": "", "staff": None}
    standar = desk.published()
    _comment(standar)
    desk.after(standar, 30)
    with pytest.raises(PolicyRefused, match="Jumlah pelaksana; Jaminan keamanan"):
        desk.set(standar)
    actions.change_standar(actor=desk.sari, standar=standar, fields={"safety": "Aman", "staff": 2})
    assert missing(standar) == []
    with pytest.raises(PolicyRefused, match="1 tanggapan"):
        desk.set(standar)


def test_only_the_admin_of_the_unit(desk):
    standar = desk.draft()
    for who in ("rina", "joko", "dewi", "budi"):
        with pytest.raises(PermissionRefused):
            actions.change_standar(actor=desk.office.user(who), standar=standar, fields={"fee": 1})


def test_maklumat_by_the_head_over_what_was_set(desk):
    unit, dewi, rina = desk.office.unit, desk.office.dewi, desk.office.rina
    given = {"actor": desk.sari, "unit": unit, "text": "Kami berjanji.", "published_on": desk.today}
    with pytest.raises(PolicyRefused, match="belum mempunyai standar"):
        actions.publish_maklumat(**given, signed_by=dewi)
    desk.set(desk.commented_out())
    with pytest.raises(InputRefused, match="bukan kepalanya"):
        actions.publish_maklumat(**given, signed_by=rina)
    assert actions.publish_maklumat(**given, signed_by=dewi).published_on == desk.today
