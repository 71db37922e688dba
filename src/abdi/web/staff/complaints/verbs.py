"""What can be done with a complaint, as a table: one row, one form, one address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused, PolicyRefused
from abdi.voice.complaints import actions, policies
from abdi.voice.complaints.models import Answer, Complaint
from abdi.voice.complaints.permissions import can_approve, can_coordinate, can_handle
from abdi.voice.complaints.timing import rules_in_force
from abdi.voice.complaints.workflow import COMPLAINT
from abdi.web.staff.complaints import forms


@dataclass(frozen=True, slots=True)
class Powers:
    """Who this is towards the complaint, asked once a page."""

    coordinates: bool
    handles: bool
    approves: bool
    needs_approval: bool
    draft: Answer | None  # the last, not sent yet

    @property
    def is_approved(self) -> bool:
        return self.draft is not None and self.draft.approved_at is not None


@dataclass(frozen=True, slots=True)
class Verb:
    """`step`: its row of the workflow, or `policy` for what changes no state; `may` says whose it is.

    The first step of those offered stands open.
    """

    slug: str
    label: str | Promise
    said: str | Promise
    act: Callable[..., Any]
    may: Callable[[Powers], bool]
    step: str = ""
    form: type[forms.VerbForm] = forms.VerbForm
    is_danger: bool = False
    policy: Callable[[Complaint], None] | None = None

    def check(self, complaint: Complaint) -> None:
        """Raises PolicyRefused where its state does not allow it."""
        if self.policy is None:
            COMPLAINT.check(self.step, complaint.status)
        else:
            self.policy(complaint)


def _coordinates(powers: Powers) -> bool:
    return powers.coordinates


def _handles(powers: Powers) -> bool:
    return powers.handles


def _sends(powers: Powers) -> bool:
    return powers.handles and (powers.is_approved or not powers.needs_approval)


def _approves(powers: Powers) -> bool:
    return powers.approves and powers.needs_approval and powers.draft is not None and not powers.is_approved


VERBS = (
    Verb(
        "verifikasi",
        _("Verifikasi"),
        _("Laporan diverifikasi"),
        actions.verify,
        _coordinates,
        "verify",
        forms.VerifyForm,
    ),
    Verb(
        "teruskan",
        _("Teruskan"),
        _("Laporan diteruskan"),
        actions.dispose,
        _coordinates,
        "dispose",
        forms.DisposeForm,
    ),
    Verb("ambil", _("Ambil laporan ini"), _("Laporan Anda pegang"), actions.take, _handles, "take"),
    Verb(
        "lanjutkan",
        _("Lanjutkan pekerjaan"),
        _("Jam kantor berjalan lagi"),
        actions.resume,
        _handles,
        "resume",
    ),
    Verb(
        "setujui",
        _("Setujui konsep jawaban"),
        _("Jawaban disetujui"),
        actions.approve_answer,
        _approves,
        "answer",
    ),
    Verb(
        "jawab",
        _("Kirim jawaban"),
        _("Jawaban terkirim kepada pelapor"),
        actions.answer,
        _sends,
        "answer",
        forms.AnswerForm,
    ),
    Verb("tutup", _("Tutup"), _("Laporan ditutup"), actions.close, _coordinates, "close", forms.CloseForm),
    Verb(
        "konsep",
        _("Simpan konsep jawaban"),
        _("Konsep tersimpan"),
        actions.propose_answer,
        _handles,
        "answer",
        forms.AnswerForm,
    ),
    Verb(
        "lengkapi",
        _("Minta dilengkapi"),
        _("Pelapor diminta melengkapi"),
        actions.ask_completion,
        _coordinates,
        "ask_completion",
        forms.NoteForm,
    ),
    Verb(
        "tunda",
        _("Tunda"),
        _("Pelapor diberi tahu mengapa ditunda"),
        actions.pause,
        _handles,
        "pause",
        forms.PauseForm,
    ),
    Verb(
        "ambil-alih",
        _("Ambil alih dari rekan"),
        _("Laporan Anda pegang"),
        actions.take_over,
        _handles,
        "take_over",
    ),
    Verb(
        "kembalikan",
        _("Bukan urusan unit ini"),
        _("Laporan kembali kepada koordinator"),
        actions.refuse_disposition,
        _handles,
        "refuse_disposition",
        forms.ReasonForm,
    ),
    Verb(
        "gabung",
        _("Gabungkan"),
        _("Laporan digabung; pelapornya ikut dikabari"),
        actions.merge,
        _coordinates,
        "merge",
        forms.MergeForm,
    ),
    Verb(
        "petugas",
        _("Sebutkan petugas yang diadukan"),
        _("Laporan keluar dari jangkauan yang diadukan"),
        actions.name_officer,
        _coordinates,
        form=forms.OfficerForm,
        policy=policies.check_may_be_told_more,
    ),
    Verb(
        "umum",
        _("Atur yang tampil untuk umum"),
        _("Yang tampil untuk umum disimpan"),
        actions.publish,
        _coordinates,
        form=forms.PublishForm,
        policy=policies.check_publishable,
    ),
    Verb(
        "alihkan",
        _("Bukan wewenang instansi ini"),
        _("Pelapor diarahkan ke instansi yang berwenang"),
        actions.redirect_away,
        _coordinates,
        "redirect_away",
        forms.RedirectForm,
    ),
    Verb(
        "arsipkan",
        _("Arsipkan"),
        _("Laporan diarsipkan; pelapor diberi tahu alasannya"),
        actions.reject,
        _coordinates,
        "reject",
        forms.RejectForm,
        is_danger=True,
    ),
)


def powers_of(user: User, complaint: Complaint) -> Powers:
    return Powers(
        coordinates=can_coordinate(user, complaint),
        handles=can_handle(user, complaint),
        approves=can_approve(user, complaint),
        needs_approval=rules_in_force().needs_approval,
        draft=complaint.answers.filter(sent_at=None).order_by("number").last(),
    )


def offered(complaint: Complaint, powers: Powers) -> list[Verb]:
    """What can be done now, by whoever has these powers."""
    return [one for one in VERBS if one.may(powers) and passes(one.check, complaint, refusal=PolicyRefused)]


def verb_offered(slug: str, complaint: Complaint, powers: Powers) -> Verb:
    """Raises Http404 for a word that is no verb, PermissionRefused for what is not his, PolicyRefused for too late."""
    verb = next((one for one in VERBS if one.slug == slug), None)
    if verb is None:
        raise Http404
    if not verb.may(powers):
        raise PermissionRefused(gettext("“%s” bukan bagian Anda untuk laporan ini.") % verb.label)
    verb.check(complaint)
    return verb


def form_of(verb: Verb, complaint: Complaint, user: User, powers: Powers, data: Any = None) -> forms.VerbForm:
    """An approved answer is sent as it was approved: nothing is asked any more."""
    asks = forms.VerbForm if verb.slug == "jawab" and powers.needs_approval else verb.form
    return asks(data, verb=verb.slug, complaint=complaint, user=user)
