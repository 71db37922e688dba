"""What the history shows adds up to both texts, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from abdi.voice.consultation.differences import differences

WORDS = st.lists(st.sampled_from(["lampu", "gang", "surya", " ", "\n", "<b>"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_nothing_invented(old, new):
    pieces = list(differences(old, new))
    assert "".join(one.text for one in pieces if one.kind != "gone") == new
    assert "".join(one.text for one in pieces if one.kind != "new") == old
