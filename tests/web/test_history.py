"""Whatever the product writes into its trail, people read in words."""

from abdi.web.history import WORDS
from tests.tags import every_tag


def test_every_action_has_words_and_no_words_are_left_over():
    tags = every_tag()
    assert sorted(tags - set(WORDS)) == []
    assert sorted(set(WORDS) - tags) == []


def test_a_tag_is_found_however_it_is_written():
    written = {"complaints:complaint:file", "facts:ledger:record", "accounts:password:change"}
    handed_on = {"complaints:category:create", "followers:follower:unfollow", "queue:pool:change"}
    in_a_table = {"complaints:complaint:verify", "consultation:post:uphold", "planning:skp:agree"}
    assert written | handed_on | in_a_table <= every_tag()
