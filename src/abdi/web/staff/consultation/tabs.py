"""Where one goes from the lists of consultations: only where one may."""

from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.voice.consultation.permissions import can_answer_somewhere, can_moderate_somewhere
from abdi.web.staff.pages import Link


def tabs_for(user: User) -> list[Link]:
    doors = (
        (_("Topik"), "staff:consultation", True),
        (_("Moderasi"), "staff:consultation_moderation", can_moderate_somewhere(user)),
        (_("Jawaban yang ditunggu"), "staff:consultation_answers", can_answer_somewhere(user)),
        (_("Catatan moderasi"), "public:consultation_log", True),
    )
    return [(words, reverse(name)) for words, name, is_open in doors if is_open]
