"""A vote belongs to the words it was given to, whatever happens to the proposal in between."""

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.platform.errors import PolicyRefused
from abdi.platform.outbox.delivery import deliver_due
from abdi.voice.consultation import actions
from abdi.voice.consultation.models import Post, Support, Wording
from abdi.voice.consultation.posting import words_of
from abdi.voice.consultation.selectors import earlier_supports, proposals_of
from tests.voice.consultation.conftest import NINE, WORDS

pytestmark = pytest.mark.django_db
CITIZENS = ("Bayu", "Cici", "Dodi")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("support"), st.sampled_from(CITIZENS)),
        st.tuples(st.just("unsupport"), st.sampled_from(CITIZENS)),
        st.tuples(st.just("comment"), st.just("Cici")),
        st.tuples(st.just("reword"), st.sampled_from(["Satu", "Dua", "Tiga"])),
    ),
    max_size=8,
)


def reword(square, proposal, text):
    return square.do(actions.reword, "Ani", proposal=proposal, title=WORDS["title"], text=text)


def step(square, proposal, verb, what, read: dict[str, str]) -> None:
    """Keeps in `read` which words each supporter had before him."""
    if verb == "reword":
        reword(square, proposal, what)
    elif verb == "comment":
        square.do(actions.comment, what, proposal=proposal, text="Setuju.")
    elif verb == "unsupport":
        square.do(actions.unsupport, what, proposal=proposal)
        read.pop(what, None)
    else:
        seen = words_of(Post.objects.get(pk=proposal.pk)).text
        try:
            square.support(proposal, what)
        except PolicyRefused:  # the same words twice
            return
        read[what] = seen


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_support_always_points_at_the_words_supported(square, steps):
    with transaction.atomic():
        proposal, read = square.propose("Ani"), {}
        for verb, what in steps:
            step(square, proposal, verb, what, read)
        kept = {
            one.citizen.name.split()[1]: one.wording.text
            for one in Support.objects.select_related("citizen", "wording")
        }
        assert kept == read
        assert set(Support.objects.values_list("wording__post", flat=True)) <= {proposal.pk}
        present = words_of(Post.objects.get(pk=proposal.pk)).text
        counted = proposals_of(proposal.topic, NINE).get().support
        assert counted <= sum(text == present for text in read.values())
        transaction.set_rollback(True)
    square.people.clear()


def test_an_edit_after_support_is_open_to_all_and_told(square):
    proposal = square.propose("Ani")
    reword(square, proposal, "Salah ketik diperbaiki.")
    assert Wording.objects.count() == 1
    square.support(proposal, "Bayu")
    reword(square, proposal, "Bangun menara.")
    assert list(Wording.objects.values_list("number", "text")) == [
        (1, "Salah ketik diperbaiki."),
        (2, "Bangun menara."),
    ]
    deliver_due()
    assert [letter.to for letter in mail.outbox] == [["bayu@contoh.test"]]
    assert (proposals_of(proposal.topic, NINE).get().support, earlier_supports(proposal)) == (0, 1)
    square.support(proposal, "Bayu")
    assert (proposals_of(proposal.topic, NINE).get().support, earlier_supports(proposal)) == (1, 0)
    assert Support.objects.count() == 1


def test_nobody_supports_words_he_has_not_read(square):
    proposal = square.propose("Ani")
    square.support(proposal, "Cici")
    reword(square, proposal, "Bangun menara.")
    with pytest.raises(PolicyRefused, match="berubah sejak Anda membacanya"):
        square.support(proposal, "Bayu", version=1)
