"""A citizen on screens: reads, signs in on the way, proposes, supports, and what she must not see."""

from datetime import timedelta

import pytest
from django.urls import reverse

from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import Rule
from abdi.voice.consultation.models import Post, Ruling, Support, Topic
from tests.platform.citizens.conftest import last_code
from tests.voice.consultation.conftest import HATE, WORDS

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert('x')</script><img src=x>"


def words(response) -> str:
    return response.content.decode()


def topic_page(topic: Topic) -> str:
    return reverse("public:consultation_topic", args=[topic.uid])


def page(proposal: Post, name: str = "proposal") -> str:
    return reverse(f"public:consultation_{name}", args=[proposal.topic.uid, proposal.number])


def test_proposed_and_supported_on_screens(screens, client):
    topic = screens.topic()
    ani = screens.browser("Ani")
    made = ani.post(reverse("public:consultation_propose", args=[topic.uid]), WORDS, follow=True)
    proposal = Post.objects.get()
    assert WORDS["text"] in words(made)
    assert "Dukung usulan ini" not in words(made)
    asked = client.post(page(proposal, "support"), {"versi": 1, "next": page(proposal)})
    assert asked.url.startswith(reverse("public:citizen"))
    client.post(reverse("public:citizen_ask"), {"email": "bayu@contoh.test", "next": page(proposal)})
    assert client.post(reverse("public:citizen_code"), {"code": last_code()}).url == page(proposal)
    given = words(client.post(page(proposal, "support"), {"versi": 1}, follow=True))
    assert "Dukungan dicatat" in given
    assert "dihitung sehari sesudah" in given
    assert "sudah mendukung" in words(client.post(page(proposal, "support"), {"versi": 1}, follow=True))
    assert Support.objects.count() == 1
    Citizen.objects.update(verified_at=screens.at - timedelta(days=9))
    Support.objects.update(counts_from=screens.at)
    assert WORDS["title"] in words(client.get(topic_page(topic)))
    client.post(page(proposal, "comment"), {"text": "Setuju sekali."})
    assert "Setuju sekali." in words(client.get(page(proposal)))
    assert "contoh.test" not in words(client.get(page(proposal)))
    mine = words(client.get(reverse("public:citizen")))
    assert WORDS["title"] in mine
    assert "Setuju sekali." in mine


@pytest.mark.parametrize("versi", ["", "2", "x", "1" * 5000, "-1", "²"])
def test_a_vote_names_the_words_it_is_for(screens, versi):
    proposal = screens.propose("Ani")
    bayu = screens.browser("Bayu")
    assert "berubah sejak Anda membacanya" in words(
        bayu.post(page(proposal, "support"), {"versi": versi}, follow=True)
    )
    assert not Support.objects.exists()


def test_a_draft_has_no_address(screens, client, enter):
    topic = screens.draft()
    addresses = [
        topic_page(topic),
        reverse("public:consultation_proposal", args=[topic.uid, 1]),
        reverse("public:consultation_topic_export", args=[topic.uid, "csv"]),
    ]
    for browser in (client, screens.browser("Ani"), enter("joko")):
        for address in addresses:
            assert browser.get(address).status_code == 404
        assert topic.title not in words(browser.get(reverse("public:consultation")))
    propose = reverse("public:consultation_propose", args=[topic.uid])
    assert screens.browser("Bayu").post(propose, WORDS).status_code == 404


def test_script_stays_text_everywhere(screens, enter, client):
    """In what citizens write, and in what the office writes."""
    topic = screens.topic(title=SCRIPT, question=SCRIPT, background=SCRIPT)
    proposal = screens.propose("Ani", topic, title=SCRIPT, text=SCRIPT)
    screens.do(actions.comment, "Bayu", proposal=proposal, text=SCRIPT)
    screens.do(actions.reword, "Ani", proposal=proposal, title=SCRIPT + "2", text=SCRIPT + "2")
    screens.answer(proposal, reason=SCRIPT)
    other = screens.propose("Cici", topic)
    screens.do(actions.hide, "joko", post=other, rule=Rule.IKLAN, reason=SCRIPT)
    screens.do(actions.appeal, "Cici", post=other, reason=SCRIPT)
    pages = [topic_page(topic), page(proposal), page(proposal, "history"), page(other)]
    pages += [reverse(f"public:consultation{name}") for name in ("", "_log", "_late")]
    for address in pages:
        seen = client.get(address)
        assert seen.status_code == 200
        assert "<script>alert" not in words(seen)
        assert "<img src=x" not in words(seen)


def test_what_is_hidden_is_hidden_from_others_and_contested_by_its_author(screens, client):
    ani = screens.browser("Ani")
    proposal = screens.propose("Ani", title="Judul rahasia", text="Isi yang disembunyikan")
    screens.do(actions.hide, "joko", post=proposal, **HATE)
    for address in (page(proposal), topic_page(proposal.topic), reverse("public:consultation_log")):
        seen = words(client.get(address))
        assert "Judul rahasia" not in seen
        assert "Isi yang disembunyikan" not in seen
    assert client.get(page(proposal, "history")).status_code == 404
    assert HATE["reason"] in words(client.get(page(proposal)))
    export = client.get(reverse("public:consultation_topic_export", args=[proposal.topic.uid, "csv"]))
    assert "rahasia" not in words(export)
    assert "Isi yang disembunyikan" in words(ani.get(page(proposal)))
    appeal = reverse("public:consultation_appeal", args=[proposal.uid])
    assert screens.browser("Bayu").get(appeal).status_code == 403
    ani.post(appeal, {"reason": "Saya membicarakan lampu jalan"})
    assert Ruling.objects.count() == 2
    assert "lampu jalan" not in words(client.get(reverse("public:consultation_log")))


def test_what_was_contested_is_not_offered_again(screens):
    """A comment, as the page of a proposal shows many."""
    cici, proposal = screens.browser("Cici"), screens.propose("Ani")
    said = screens.do(actions.comment, "Cici", proposal=proposal, text="Setuju.")
    appeal = reverse("public:consultation_appeal", args=[said.uid])
    screens.do(actions.hide, "joko", post=said, **HATE)
    assert appeal in words(cici.get(page(proposal)))
    cici.post(appeal, {"reason": "Saya hanya setuju."})
    assert appeal not in words(cici.get(page(proposal)))


def test_changed_words_show_what_changed(screens, client):
    proposal = screens.propose("Ani", text="Lampu tenaga surya di gang")
    screens.support(proposal, "Bayu")
    screens.do(actions.reword, "Ani", proposal=proposal, title=WORDS["title"], text="Lampu listrik di gang")
    seen = words(client.get(page(proposal, "history")))
    assert "tenaga surya</del>" in seen
    assert "listrik</ins>" in seen
    assert "1 dukungan diberikan untuk rumusan sebelumnya" in words(client.get(page(proposal)))


def test_what_is_late_is_listed_with_its_days(screens, client):
    topic = screens.topic(closes=screens.at.date(), answers_due=screens.at.date())
    screens.propose("Ani", topic)
    today = screens.at.date()
    Topic.objects.update(
        opens=today - timedelta(9), closes=today - timedelta(8), answers_due=today - timedelta(5)
    )
    Post.objects.update(due_on=today - timedelta(5))
    seen = words(client.get(reverse("public:consultation_late")))
    assert topic.title in seen
    assert "5 hari" in seen
    assert "Jawaban terlambat 5 hari" in words(client.get(topic_page(topic)))
    assert topic.title in words(client.get(reverse("public:consultation") + "?tampil=menunggu"))
    assert topic.title not in words(client.get(reverse("public:consultation") + "?tampil=terbuka"))


def test_many_ask_no_more_than_one(screens, client, django_assert_max_num_queries):
    topic = screens.topic()
    for number in range(15):
        proposal = screens.propose(f"P{number}", topic, text=f"Usulan {number}")
        screens.do(actions.comment, "Ani", proposal=proposal, text=f"Ya {number}")
    for address, most in ((topic_page(topic), 9), (reverse("public:consultation"), 5), (page(proposal), 14)):
        with django_assert_max_num_queries(most):
            seen = client.get(address)
        assert len(seen.content) < 100_000


def test_exports_hold_no_person(screens, client):
    proposal = screens.propose("Ani", title="=1+1")
    exports = [
        reverse("public:consultation_export", args=["csv"]),
        reverse("public:consultation_topic_export", args=[proposal.topic.uid, "csv"]),
    ]
    for address in exports:
        told = client.get(address).content.decode()
        assert "Warga Ani" not in told
        assert "contoh.test" not in told
    assert "'=1+1" in told
    assert client.get(reverse("public:consultation_export", args=["pdf"])).status_code == 404
