"""What the state of a project allows, whoever asks."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from abdi.organisation.models import Employee
from abdi.platform import moments
from abdi.platform.citizens.models import Citizen
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.voice.projects.ballots import are_votes_pending, is_voting_open
from abdi.voice.projects.budget import planned_in, spent_on
from abdi.voice.projects.enums import DRAWN_IN, PLANNED_IN, ROAD, Phase
from abdi.voice.projects.models import Alternative, Contribution, Milestone, Project

FEWEST, MOST = 2, 5  # alternatives: one is no choice, more are not compared on a telephone
SHORTEST_VOTE = timedelta(days=3)  # so that who works all week can still vote
MOST_A_DAY = 10  # contributions of one citizen; more is flooding
MOST_PHOTOS = 12


def check_draft(project: Project) -> None:
    if project.phase != Phase.DRAF:
        raise PolicyRefused(_("Isi proyek hanya dapat diubah selama masih draf; warga sudah membacanya."))


def check_open_to_words(project: Project, author: Citizen) -> None:
    if project.phase not in ROAD:
        raise PolicyRefused(_("Proyek ini tidak menerima pendapat lagi."))
    since = moments.now() - timedelta(days=1)
    if Contribution.objects.filter(author=author, at__gte=since).count() >= MOST_A_DAY:
        raise PolicyRefused(_("Anda sudah menyampaikan %d pendapat hari ini; lanjutkan besok.") % MOST_A_DAY)


def check_own(contribution: Contribution, author: Citizen) -> None:
    if contribution.author_id != author.pk:
        raise PolicyRefused(_("Pendapat ini ditulis orang lain."))


def check_shown(contribution: Contribution) -> None:
    if contribution.hidden:
        raise PolicyRefused(_("Pendapat ini sudah tidak ditampilkan."))


def check_designing(project: Project) -> None:
    """Once people vote, what they vote for does not change."""
    if project.phase not in DRAWN_IN:
        raise PolicyRefused(
            _("Rancangan disusun pada tahap gagasan; yang sudah dipilih warga tidak berubah.")
        )
    if project.options.count() >= MOST:
        raise PolicyRefused(_("Sudah ada %d rancangan; paling banyak itu dalam satu putaran.") % MOST)


def check_affordable(project: Project, cost: Decimal) -> None:
    if cost > project.budget:
        raise InputRefused(_("Perkiraan biaya melebihi pagu proyek."), field="cost")


def check_votable(project: Project, closes_at: datetime) -> None:
    if project.options.count() < FEWEST:
        raise PolicyRefused(_("Susun sedikitnya %d rancangan sebelum warga memilih.") % FEWEST)
    if closes_at < moments.now() + SHORTEST_VOTE:
        raise InputRefused(
            _("Beri warga sedikitnya %d hari untuk memilih.") % SHORTEST_VOTE.days, field="closes_at"
        )


def check_voting_open(project: Project, alternative: Alternative) -> None:
    if not is_voting_open(project):
        raise PolicyRefused(_("Pemungutan suara untuk proyek ini sudah ditutup atau belum dibuka."))
    if not _is_option(project, alternative):
        raise InputRefused(_("Pilih salah satu rancangan di halaman ini."), field="alternative")


def check_vote_over(project: Project) -> None:
    if is_voting_open(project):
        raise PolicyRefused(_("Warga masih memilih; putuskan sesudah pemungutan suara ditutup."))
    if are_votes_pending(project):
        raise PolicyRefused(_("Masih ada suara dari akun baru yang belum dapat dihitung; putuskan besok."))


def check_explained(project: Project, chosen: Alternative, why_not: Mapping[UUID, str]) -> list[Alternative]:
    """The others, each with a reason why not."""
    if not _is_option(project, chosen):
        raise InputRefused(_("Pilih salah satu rancangan putaran ini."), field="chosen")
    others = list(project.options.exclude(pk=chosen.pk))
    for one in others:
        if not why_not.get(one.uid, "").strip():
            raise InputRefused(_("Tulis juga mengapa “%s” tidak dipilih.") % one, field=f"why_{one.uid}")
    return others


def check_planning(project: Project, budget: Decimal) -> None:
    if project.phase not in PLANNED_IN:
        raise PolicyRefused(_("Tonggak disusun sesudah ada keputusan dan sebelum proyek dibuka."))
    if planned_in(project.milestones.all()) + budget > project.budget:
        raise InputRefused(_("Jumlah anggaran semua tonggak melebihi pagu proyek."), field="budget")


def check_responsible(project: Project, responsible: Employee | None) -> None:
    if responsible and not project.team.filter(employee=responsible).exists():
        raise InputRefused(_("Penanggung jawab tonggak adalah anggota tim proyek."), field="responsible")


def check_planned(project: Project) -> None:
    if not project.milestones.exists():
        raise PolicyRefused(_("Susun dahulu tonggak pekerjaannya; warga melihat rencananya."))


def check_under_way(project: Project) -> None:
    if project.phase != Phase.PELAKSANAAN:
        raise PolicyRefused(_("Ini dicatat selama pekerjaan berjalan."))


def check_not_done(milestone: Milestone) -> None:
    if milestone.done_on is not None:
        raise PolicyRefused(_("Tonggak ini sudah selesai."))


def check_past(on: date, field: str) -> None:
    if on > moments.today():
        raise InputRefused(_("Tanggal ini belum tiba."), field=field)


def check_spending(milestone: Milestone, amount: Decimal) -> None:
    """A correction takes back no more than was spent."""
    if spent_on(milestone) + amount < 0:
        raise InputRefused(_("Koreksi melebihi yang pernah dicatat untuk tonggak ini."), field="amount")


def check_photos(milestone: Milestone) -> None:
    if milestone.photos.count() >= MOST_PHOTOS:
        raise PolicyRefused(_("Sudah ada %d foto; itu cukup untuk satu tonggak.") % MOST_PHOTOS)


def check_all_done(project: Project) -> None:
    waiting = project.milestones.filter(done_on=None).first()
    if waiting is not None:
        raise PolicyRefused(_("Tonggak “%s” belum selesai.") % waiting)


def check_in_use(project: Project) -> None:
    if project.phase != Phase.DIBUKA:
        raise PolicyRefused(_("Penilaian dibuka sesudah hasilnya dipakai warga."))


def _is_option(project: Project, alternative: Alternative) -> bool:
    return (alternative.project_id, alternative.round) == (project.pk, project.round)
