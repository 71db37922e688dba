"""What a citizen said and supported, for his own page."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation.enums import Standing
from abdi.voice.consultation.models import Post
from abdi.voice.consultation.selectors import said_by, supported_by
from abdi.web.public.citizens.things import Section, Thing
from abdi.web.public.consultation.showing import page_of

MOST = 50  # the latest; the rest is found in the topics


def said(citizen: Citizen) -> Section:
    return Section(_("Usulan dan tanggapan saya"), [_thing(one) for one in said_by(citizen)[:MOST]])


def supported(citizen: Citizen) -> Section:
    rows = supported_by(citizen)[:MOST]
    things = [
        Thing(one.wording.title, page_of(one.proposal), one.given_at, one.proposal.get_status_display())
        for one in rows
    ]
    return Section(_("Yang saya dukung"), things)


def _thing(post: Post) -> Thing:
    words = post.words[0]
    status = post.get_status_display() if post.standing == Standing.TAMPIL else post.get_standing_display()
    return Thing(words.title or Truncator(words.text).words(12), page_of(post), post.posted_at, status)
