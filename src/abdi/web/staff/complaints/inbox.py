"""The list: what waits for whom, narrowed, searched, taken along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import roles_of, units_led
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.errors import DomainError
from abdi.platform.ui import formats
from abdi.voice.complaints.actions import verify
from abdi.voice.complaints.enums import Kelas, Kind, Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.permissions import can_file, can_set_up_complaints
from abdi.voice.complaints.search import find
from abdi.voice.complaints.selectors import counted, inbox_of, narrowed

ON_A_PAGE = 50
TAKEN_ALONG = 10_000  # rows of one table
_SORTS, _HANDLES, _LEADS = {Role.PENGADUAN, Role.PENGAWAS}, {Role.PENGHUBUNG}, {"kepala"}
# view of `selectors.narrowed`, its words, and whose work it is; without a role it is everybody's
TABS: tuple[tuple[str, str | Promise, set[str]], ...] = (
    ("verifikasi", gettext_lazy("Menunggu verifikasi"), {*_SORTS}),
    ("disposisi", gettext_lazy("Menunggu disposisi"), {*_SORTS}),
    ("tugas", gettext_lazy("Tugas saya"), set()),
    ("bebas", gettext_lazy("Belum diambil"), {*_HANDLES, *_LEADS}),
    ("persetujuan", gettext_lazy("Menunggu persetujuan jawaban"), {*_HANDLES, *_LEADS, *_SORTS}),
    ("penutupan", gettext_lazy("Menunggu penutupan"), {*_SORTS}),
    ("lewat", gettext_lazy("Lewat tenggat"), set()),
    ("pelapor", gettext_lazy("Giliran pelapor"), set()),
    ("", gettext_lazy("Semua yang terbuka"), set()),
    ("selesai", gettext_lazy("Berakhir"), set()),
)
_COUNTED = ("verifikasi", "disposisi", "tugas", "bebas", "persetujuan", "penutupan", "lewat")


@dataclass(frozen=True, slots=True)
class Tab:
    view: str
    words: str | Promise
    count: int | None


@dataclass(frozen=True, slots=True)
class Row:
    one: Complaint
    felt: timedelta
    is_late: bool


class FilterForm(forms.Form):
    is_filter = True
    q = forms.CharField(
        label=gettext_lazy("Cari"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis"), required=False, choices=[("", gettext_lazy("Semua")), *Kind.choices]
    )
    category = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Kategori"),
        required=False,
        to_field_name="uid",
        empty_label=gettext_lazy("Semua"),
    )
    unit_assigned = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Unit"),
        required=False,
        to_field_name="uid",
        empty_label=gettext_lazy("Semua"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.all()
        self.fields["unit_assigned"].queryset = Unit.objects.on(timezone.localdate())

    def narrow(self, rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
        given = self.cleaned_data if self.is_valid() else {}
        chosen = {name: given[name] for name in ("kind", "category", "unit_assigned") if given.get(name)}
        return find(rows.filter(**chosen), given.get("q", ""))


class ManyForm(forms.Form):
    """Complaints of one kind, verified together."""

    category = forms.ModelChoiceField(
        None, label=gettext_lazy("Kategori"), to_field_name="uid", empty_label="–"
    )
    kelas = forms.ChoiceField(
        label=gettext_lazy("Kelas SP4N"), choices=Kelas.choices, initial=Kelas.TIDAK_BERKADAR
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="banyak-%s", **kwargs)
        self.fields["category"].queryset = Category.objects.filter(is_active=True)


def asked(request: HttpRequest, form: FilterForm) -> QuerySet[Complaint]:
    """What the address asks for; words are looked for among the ended ones too."""
    rows = inbox_of(request.user)
    if "lihat" in request.GET or not request.GET.get("q", "").strip():
        rows = narrowed(rows, view_of(request), request.user, moments.now())
    return form.narrow(rows)


def view_of(request: HttpRequest) -> str:
    """The tab asked for; without one, the first that is this person's."""
    wanted = request.GET.get("lihat")
    if wanted in {view for view, _words, _whose in TABS}:
        return str(wanted)
    first, *_more = tabs_of(request.user)
    return first[0]


def tabs_of(user: User) -> list[tuple[str, str | Promise, set[str]]]:
    work = whose_work(user)
    return [one for one in TABS if not one[2] or one[2] & work]


def whose_work(user: User) -> set[str]:
    return {grant.role for grant in roles_of(user)} | (_LEADS if units_led(user) else set())


def list_context(request: HttpRequest) -> dict[str, Any]:
    view, form = view_of(request), FilterForm(request.GET)
    page = Paginator(asked(request, form), ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "rows": [_row(one) for one in page.object_list],
        "tabs": _tabs(request.user),
        "view": view,
        "form": form,
        "many": ManyForm() if view == "verifikasi" and Role.PENGADUAN in whose_work(request.user) else None,
        "may_file": can_file(request.user, "petugas"),
        "may_set_up": can_set_up_complaints(request.user),
    }


def verify_many(request: HttpRequest, form: ManyForm) -> tuple[int, list[str]]:
    """How many, and a sentence for each that was refused. One by one: each has its own trail and its own reporter."""
    done, refused = 0, []
    chosen = inbox_of(request.user).filter(uid__in=_uids(request))
    for one in chosen[:ON_A_PAGE]:
        try:
            verify(actor=request.user, complaint=one, **form.cleaned_data)
            done += 1
        except DomainError as refusal:
            refused.append(f"{one}: {refusal.message}")
    return done, refused


def table_of(request: HttpRequest) -> tuple[list[str], Iterator[list[str]]]:
    """Header and rows of the export."""
    header = [
        _("Nomor"),
        _("Jenis"),
        _("Kategori"),
        _("Kelas SP4N"),
        _("Unit penanganan"),
        _("Status"),
        _("Saluran"),
        _("Diterima"),
        _("Paling lambat"),
        _("Dirasakan warga (hari)"),
    ]
    return header, _table_rows(asked(request, FilterForm(request.GET)), request.user)


def _table_rows(rows: QuerySet[Complaint], user: User) -> Iterator[list[str]]:
    """By number: no words of the reporter, and at the end who took the table along."""
    for one in rows[:TAKEN_ALONG]:
        yield [
            one.number,
            one.get_kind_display(),
            one.category.name if one.category else "",
            one.get_kelas_display(),
            one.unit_assigned.name if one.unit_assigned else "",
            one.get_status_display(),
            one.get_channel_display(),
            formats.moment(one.received_at),
            formats.day(one.due) if one.due else "",
            str(_felt(one).days),
        ]
    yield [_("Diunduh oleh %(who)s pada %(at)s") % {"who": user.name, "at": formats.moment(moments.now())}]


def _tabs(user: User) -> list[Tab]:
    shown = tabs_of(user)
    waiting = counted([view for view, *_more in shown if view in _COUNTED], user, moments.now())
    return [Tab(view, words, waiting.get(view)) for view, words, _whose in shown]


def _row(one: Complaint) -> Row:
    due = one.due
    return Row(one, _felt(one), bool(due and due < moments.today() and one.status != Status.DITUNDA))


def _felt(one: Complaint) -> timedelta:
    return (one.answered_at or one.closed_at or moments.now()) - one.felt_since


def _uids(request: HttpRequest) -> list[str]:
    """Only what reads as one: a broken id is nobody's complaint."""
    field = forms.UUIDField()
    found = []
    for given in request.POST.getlist("pilih")[:ON_A_PAGE]:
        try:
            found.append(field.clean(given))
        except forms.ValidationError:
            continue
    return found
