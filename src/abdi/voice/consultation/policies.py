"""What the state of a topic, a proposal or a quarrel allows, and how fast one citizen may come."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from abdi.platform.citizens.models import Citizen
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.validation import stated
from abdi.voice.consultation.enums import OUTCOMES, PostKind, ProposalStatus, Rule, TopicStatus
from abdi.voice.consultation.models import LONGEST_TEXT, LONGEST_TITLE, Post, Report, Support, Topic, Wording
from abdi.voice.consultation.phases import is_open

A_DAY = timedelta(days=1)
# of one citizen within a day: many more than somebody who means it needs, few enough to read. A new account less.
MOST = {PostKind.USULAN: 3, PostKind.KOMENTAR: 20}
MOST_OF_NEW = {PostKind.USULAN: 1, PostKind.KOMENTAR: 5}
MOST_VERSIONS = 10  # each edit writes to everybody who stands behind it
MOST_SUPPORTS, MOST_SUPPORTS_OF_NEW, MOST_REPORTS = 50, 10, 10


def check_draft(topic: Topic) -> None:
    if topic.status != TopicStatus.RANCANGAN:
        raise PolicyRefused(
            _("Topik yang sudah terbit tidak diubah lagi: warga menanggapi yang mereka baca saat itu.")
        )


def check_not_past(topic: Topic, today: date) -> None:
    if topic.closes < today:
        raise InputRefused(_("Hari terakhir mengusulkan sudah lewat; beri warga waktu."), field="closes")


def check_open(topic: Topic, today: date) -> None:
    if not is_open(topic, today):
        raise PolicyRefused(
            _("Konsultasi ini sedang tidak dibuka; lihat hari-harinya di halaman topik, atau ikuti kabarnya.")
        )


def check_words(text: str, title: str | None = None) -> tuple[str, str]:
    """Title and text without their edges; `title` None where a post has none."""
    text = stated(text, _("Tulis isinya."), "text")
    if len(text) > LONGEST_TEXT:
        raise InputRefused(_("Isi paling panjang %d huruf; singkatlah.") % LONGEST_TEXT, field="text")
    if title is None:
        return "", text
    title = stated(title, _("Beri judul supaya mudah ditemukan."), "title")
    if len(title) > LONGEST_TITLE:
        raise InputRefused(_("Judul paling panjang %d huruf; singkatlah.") % LONGEST_TITLE, field="title")
    return title, text


def check_pace_of_words(citizen: Citizen, kind: PostKind, now: datetime) -> None:
    most = (MOST_OF_NEW if citizen.is_held(now) else MOST)[kind]
    if Post.objects.filter(citizen=citizen, kind=kind, posted_at__gt=now - A_DAY).count() >= most:
        raise _too_many(most, str(kind.label).lower())


def check_pace_of_supports(citizen: Citizen, now: datetime) -> None:
    most = MOST_SUPPORTS_OF_NEW if citizen.is_held(now) else MOST_SUPPORTS
    if Support.objects.filter(citizen=citizen, given_at__gt=now - A_DAY).count() >= most:
        raise _too_many(most, _("dukungan"))


def check_pace_of_reports(citizen: Citizen, now: datetime) -> None:
    if Report.objects.filter(citizen=citizen, at__gt=now - A_DAY).count() >= MOST_REPORTS:
        raise _too_many(MOST_REPORTS, _("laporan"))


def check_not_said_before(topic: Topic, citizen: Citizen, text: str) -> None:
    """Sent twice by an impatient finger, or by somebody who wants to fill the list."""
    said = topic.posts.filter(citizen=citizen, wordings__text=text)
    if said.exclude(status=ProposalStatus.DITARIK).exists():
        raise PolicyRefused(_("Ini sudah Anda kirim; ada di halaman topiknya."))


def check_is_proposal(post: Post) -> None:
    if post.kind != PostKind.USULAN:
        raise PolicyRefused(_("Ini hanya berlaku untuk usulan; buka halaman usulannya."))


def check_shown(post: Post) -> None:
    if not (post.is_shown and post.root.is_shown):
        raise PolicyRefused(_("Ini sedang tidak tampil atau sudah ditarik, jadi tidak dapat ditanggapi."))


def check_not_own(post: Post, citizen: Citizen) -> None:
    if post.citizen_id == citizen.pk:
        raise PolicyRefused(_("Ini tulisan Anda sendiri; yang menilainya warga lain."))


def check_version(proposal: Post, version: int) -> None:
    if proposal.version != version:
        raise PolicyRefused(_("Rumusannya berubah sejak Anda membacanya; baca yang baru, lalu dukung."))


def check_not_supported_yet(given: Support | None, words: Wording) -> None:
    if given is not None and given.wording_id == words.pk:
        raise PolicyRefused(_("Anda sudah mendukung usulan ini; satu warga satu dukungan."))


def check_can_be_reworded(proposal: Post) -> None:
    check_is_proposal(proposal)
    check_shown(proposal)
    if proposal.status != ProposalStatus.DIAJUKAN:
        raise PolicyRefused(_("Usulan ini sudah dijawab; rumusannya tetap seperti yang dijawab."))
    if proposal.version >= MOST_VERSIONS:
        raise PolicyRefused(_("Usulan ini sudah terlalu sering diubah; ajukan usulan baru."))


def check_unsupported(proposal: Post) -> None:
    if proposal.supports.exists():
        raise PolicyRefused(
            _(
                "Usulan ini sudah didukung warga lain, jadi tidak dapat ditarik; rumusannya masih dapat diubah."
            )
        )


def check_outcome(outcome: ProposalStatus, due_on: date | None, today: date) -> date | None:
    """By when the next word follows: of what is accepted or under way a day from today on, of a refusal none."""
    if outcome not in OUTCOMES:
        raise InputRefused(_("Pilih jawabannya: diterima, dikerjakan, atau ditolak."), field="outcome")
    if outcome == ProposalStatus.DITOLAK:
        return None
    if due_on is None or due_on < today:
        raise InputRefused(
            _("Sebutkan paling lambat kapan tindak lanjutnya, hari ini atau sesudahnya."), field="due_on"
        )
    return due_on


def check_followed_up(proposal: Post) -> None:
    if proposal.status not in (ProposalStatus.DITERIMA, ProposalStatus.DIPROSES):
        raise PolicyRefused(_("Kemajuan dilaporkan untuk usulan yang diterima atau sedang dikerjakan."))


def check_rule(rule: Rule) -> None:
    if rule not in Rule:
        raise InputRefused(
            _("Pilih aturan yang dilanggar; kritik kepada kantor bukan pelanggaran."), field="rule"
        )


def author_of(post: Post) -> Citizen:
    """The citizen who said it. Raises PolicyRefused where it was the office."""
    if post.citizen is None:
        raise PolicyRefused(
            _("Ini tulisan kantor; tidak ada akun warga yang dihentikan. Sembunyikan bila melanggar aturan.")
        )
    return post.citizen


def _too_many(most: int, what: str) -> PolicyRefused:
    return PolicyRefused(
        _(
            "Cukup untuk hari ini: seorang warga boleh mengirim %(most)d %(what)s dalam sehari. Lanjutkan besok."
        )
        % {"most": most, "what": what}
    )
