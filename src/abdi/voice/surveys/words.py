"""The officer's answer to what was said of him. Published through `actions`."""

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.surveys import permissions, policies
from abdi.voice.surveys.models import Word


@action
def reply(*, actor: User, word: Word, text: str) -> Word:
    """His right: once written it may be written anew, and his leader reads both beside each other."""
    hold(word, "employee")
    permissions.check_can_reply(actor, word)
    text = stated(text, _("Tulis tanggapan Anda."), "text")
    policies.check_words(text, "text")
    word.reply, word.replied_on = text, timezone.localdate()
    write(word)
    record(actor=actor, tag="surveys:word:reply", subject=word)
    return word
