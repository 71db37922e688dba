"""What those are told who spoke up or follow: that a phase began, and what changed because of them."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.telling import tell_citizens
from abdi.platform.followers.tell import tell_followers
from abdi.voice.projects.models import Contribution, PhaseEntry, Project

_OPEN = _("Buka halaman proyeknya untuk membaca selengkapnya.")


def tell_phase(project: Project, entry: PhaseEntry) -> None:
    """Everybody who spoke up in the project, and who follows it."""
    title = format_lazy("{what}: {phase}", what=_("Proyek warga"), phase=entry.get_phase_display())
    spoke = Citizen.objects.filter(pk__in=project.contributions.filter(hidden="").values("author"))
    _tell(project, list(spoke), title, key=f"project-phase-{entry.pk}")
    tell_followers(subject=project, title=title, body=_OPEN, url=address(project), key=str(entry.number))


def tell_author(contribution: Contribution) -> None:
    """His words changed something."""
    title = _("Pendapat Anda mengubah sesuatu")
    _tell(contribution.project, [contribution.author], title, key=f"project-changed-{contribution.pk}")


def tell_member(project: Project, employee: Employee) -> None:
    tell(
        employee,
        kind="projects:member",
        title=str(_("Anda masuk tim proyek")),
        body=project.title,
        url=f"/kelola/proyek/{project.uid}/",
    )


def address(project: Project) -> str:
    return f"/proyek/{project.uid}/"


def _tell(project: Project, citizens: list[Citizen], title: str | Promise, key: str) -> None:
    tell_citizens(citizens, title=title, body=_OPEN, url=address(project), key=key)
