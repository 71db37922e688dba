"""Hidden by a rule, with a reason, in public; contested before those who were not criticised."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from abdi.platform import moments
from abdi.platform.accounts.models import public_user
from abdi.platform.citizens.models import Citizen
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import Deed, Rule, Standing
from abdi.voice.consultation.models import Ruling
from abdi.voice.consultation.posting import words_of
from abdi.voice.consultation.selectors import moderation_queue
from tests.voice.consultation.conftest import HATE, NINE

pytestmark = pytest.mark.django_db
REASON = {"reason": "Sudah diperiksa."}
VERBS = {
    "hide": (actions.hide, HATE),
    "keep": (actions.keep, REASON),
    "appeal": (actions.appeal, REASON),
    "uphold": (actions.weigh_appeal, {"is_upheld": True, **REASON}),
    "restore": (actions.weigh_appeal, {"is_upheld": False, **REASON}),
}
MODERATORS, AUTHOR, OVERSEERS = {"joko", "sari"}, {"Ani"}, {"inspector"}
MAY = {"hide": MODERATORS, "keep": MODERATORS, "appeal": AUTHOR, "uphold": OVERSEERS, "restore": OVERSEERS}
EVERYBODY = ["joko", "sari", "rina", "dewi", "budi", "inspector", "Ani", "Bayu"]
T, S, H, B, K = "tampil", "ditangguhkan", "disembunyikan", "banding", "dikuatkan"
BECOMES = {
    "hide": {T: H, S: H},
    "keep": {T: T, S: T},
    "appeal": {S: B, H: B},
    "uphold": {B: K},
    "restore": {B: T},
}


def put(post, standing):
    post.standing = standing
    post.save()
    return post


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", VERBS)
def test_who_may(square, name, who):
    """budi is pengawas, but works in the unit that is criticised; sari is its admin."""
    post = put(square.propose("Ani"), next(iter(BECOMES[name])))
    verb, arguments = VERBS[name]
    if name == "appeal":
        arguments = arguments | {"citizen": square.citizen(who)}
    actor = square.user(who) if who.islower() else public_user()
    with moments.replayed_at(square.at):
        if who in MAY[name]:
            verb(actor=actor, post=post, **arguments)
            assert Ruling.objects.count() == 1
            return
        with pytest.raises(PermissionRefused):
            verb(actor=actor, post=post, **arguments)
    assert not Ruling.objects.exists()


@pytest.mark.parametrize("standing", [T, S, H, B, K])
@pytest.mark.parametrize("name", VERBS)
def test_when(square, name, standing):
    post = put(square.propose("Ani"), standing)
    (verb, arguments), (who, *_) = VERBS[name], sorted(MAY[name])
    if standing in BECOMES[name]:
        assert square.do(verb, who, post=post, **arguments).standing == BECOMES[name][standing]
        return
    with pytest.raises(PolicyRefused):
        square.do(verb, who, post=post, **arguments)


def test_nothing_is_hidden_without_a_rule_and_a_reason(square):
    post = square.propose("Ani")
    with pytest.raises(InputRefused) as refusal:
        square.do(actions.hide, "joko", post=post, rule="kritik", reason="Mengkritik lurah.")
    assert refusal.value.field == "rule"
    with pytest.raises(InputRefused):
        square.do(actions.hide, "joko", post=post, rule=Rule.IKLAN, reason=" ")
    assert post.standing == Standing.TAMPIL


def test_what_is_hidden_is_kept_and_takes_no_votes(square):
    post = square.propose("Ani")
    square.do(actions.hide, "joko", post=post, **HATE)
    assert words_of(post).text
    with pytest.raises(PolicyRefused):
        square.support(post, "Bayu")
    square.answer(post)  # and hiding spares nobody an answer


def test_hidden_at_three_reports_until_somebody_looks(square):
    post = square.propose("Ani")
    square.citizen("Baru", verified=NINE)
    for who in ("Baru", "Bayu", "Cici"):
        square.do(actions.report, who, post=post, rule=Rule.IKLAN)
    assert post.standing == Standing.TAMPIL  # an account of today hides nothing
    with pytest.raises(InputRefused, match="sudah melaporkan"):
        square.do(actions.report, "Bayu", post=post, rule=Rule.IKLAN)
    Notice.objects.all().delete()
    square.do(actions.report, "Dodi", post=post, rule=Rule.ANCAMAN)
    assert post.standing == Standing.DITANGGUHKAN
    assert list(moderation_queue(square.user("joko"))) == [post]
    assert {one.recipient.username for one in Notice.objects.all()} == {"joko"}
    square.do(actions.keep, "joko", post=post, **REASON)
    assert (post.standing, list(moderation_queue(square.user("joko")))) == (Standing.TAMPIL, [])
    assert list(Ruling.objects.order_by("pk").values_list("deed", flat=True)) == [
        Deed.TANGGUHKAN,
        Deed.PERTAHANKAN,
    ]


def test_the_words_of_the_office_are_reportable_too(square):
    proposal = square.propose("Ani")
    said = square.answer(proposal)
    spoken = square.do(actions.comment, "joko", proposal=proposal, text="Kami catat.")
    for post in (said, spoken):
        for who in ("Bayu", "Cici", "Dodi"):
            square.do(actions.report, who, post=post, rule=Rule.DATA_PRIBADI)
        assert post.standing == Standing.DITANGGUHKAN


def test_an_appeal_goes_to_the_inspectorate(square):
    post = square.propose("Ani")
    square.do(actions.hide, "joko", post=post, **HATE)
    Notice.objects.all().delete()
    square.do(actions.appeal, "Ani", post=post, reason="Saya menyebut lampu.")
    assert {one.recipient.username for one in Notice.objects.all()} == {"budi", "gita"}
    assert list(moderation_queue(square.inspector)) == [post]
    assert not moderation_queue(square.user("joko"))
    square.do(actions.weigh_appeal, "inspector", post=post, is_upheld=False, reason="Tidak menghina.")
    assert post.is_shown


def test_only_the_inspectorate_silences_somebody(square):
    post = square.propose("Ani")
    for who in ("joko", "sari", "rina", "dewi"):
        with pytest.raises(PermissionRefused):
            square.do(actions.stop_author, who, post=post, reason="Cerewet")
    square.do(actions.stop_author, "inspector", post=post, reason="Mengancam warga lain")
    assert Citizen.objects.get(name="Warga Ani").is_blocked
    put(post, H)
    square.do(actions.appeal, "Ani", post=post, reason="Saya tidak mengancam.")  # and is still heard


def test_reports_have_a_pace(square):
    topic = square.topic()
    posts = [square.propose(f"P{number}", topic) for number in range(11)]
    for post in posts[:10]:
        square.do(actions.report, "Bayu", post=post, rule=Rule.IKLAN)
    with pytest.raises(PolicyRefused, match="10 laporan"):
        square.do(actions.report, "Bayu", post=posts[10], rule=Rule.IKLAN)
    square.do(actions.report, "Bayu", after=timedelta(days=2), post=posts[10], rule=Rule.IKLAN)


def test_the_log_takes_nothing_back(square, request):
    if request.config.getoption("nomigrations"):
        pytest.skip("the trigger comes with the migrations")
    square.do(actions.hide, "joko", post=square.propose("Ani"), **HATE)
    for change in (lambda: Ruling.objects.update(reason="lain"), lambda: Ruling.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
