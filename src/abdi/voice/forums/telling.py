"""What guests are told. A guest's own address of letters hangs on his row; nothing here names him."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.followers.actions import follow, forget
from abdi.platform.followers.selectors import followed_among, followers_of
from abdi.platform.followers.tell import tell_followers
from abdi.voice.forums.models import Forum, Participant

INVITED = _("Undangan forum konsultasi publik")
MOVED = _("Jadwal forum konsultasi publik berubah")
CANCELLED = _("Forum konsultasi publik dibatalkan")
SETTLED = _("Hasil forum konsultasi publik sudah terbit")
_OPEN = _("Buka halaman undangan Anda: waktu, tempat, dan berkas kalendernya ada di sana.")


def reach(actor: User, guest: Participant, email: str) -> None:
    """From now on letters reach the guest at this address; the invitation waits until his page is there."""
    follow(actor=actor, subject=guest, email=email)
    if guest.forum.is_public:
        tell_guest(guest, INVITED)


def let_go(actor: User, guest: Participant) -> None:
    """No more letters, and nothing kept of where they went."""
    for follower in followers_of(guest):
        forget(actor=actor, follower=follower)


def tell_guests(forum: Forum, title: str | Promise) -> None:
    for guest in followed_among(forum.participants.all()):
        tell_guest(guest, title)


def tell_guest(guest: Participant, title: str | Promise) -> None:
    tell_followers(subject=guest, title=title, body=_OPEN, url=f"/forum/undangan/{guest.code}/")
