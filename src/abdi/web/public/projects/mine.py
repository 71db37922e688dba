"""What a citizen said in projects, on his own page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from abdi.platform.citizens.models import Citizen
from abdi.voice.projects.models import Contribution
from abdi.voice.projects.selectors import said_by
from abdi.web.public.citizens.things import Section, Thing

SHOWN = 20  # the newest; the rest stands on the projects' pages


def contributed(citizen: Citizen) -> Section:
    """Never his votes or marks: those are nobody's to read, his own page included."""
    return Section(_("Pendapat dalam proyek"), [_thing(one) for one in said_by(citizen)[:SHOWN]])


def _thing(one: Contribution) -> Thing:
    status = _("Mengubah sesuatu") if one.changed else one.get_hidden_display()
    url = reverse("public:project", args=[one.project.uid])
    return Thing(label=one.project.title, url=url, at=one.at, status=status)
