"""What the state of a standar allows, whoever asks."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.services.standards.components import EDITABLE, missing
from abdi.services.standards.deadlines import COMMENTS
from abdi.services.standards.enums import Group, StandarStatus
from abdi.services.standards.models import BeritaAcara, Comment, Standar
from abdi.services.standards.selectors import WAS_SET, in_force, signers_of
from abdi.services.standards.workflow import STANDAR

LONGEST_COMMENT = 4_000
LONGEST_TEXT = 5_000  # of a component; more is a document pasted into a field
MOST_ROWS = 100
_TAG = re.compile(r"<\s*[a-z/!?]", re.IGNORECASE)


def check_editable(standar: Standar) -> str:
    """The name of the step that an edit is. What the public comments on stays as published until they had their say."""
    if standar.status == StandarStatus.RANCANGAN:
        return "change"
    STANDAR.check("improve", standar.status)
    check_comments_over(standar)
    return "improve"


def check_fields(fields: Mapping[str, Any]) -> None:
    """Known components, none of them longer than anybody reads."""
    strangers = sorted(set(fields) - EDITABLE)
    if strangers:
        raise InputRefused(_("Bagian standar tidak dikenal: %s.") % ", ".join(strangers))
    for name, value in fields.items():
        rows = value if isinstance(value, list) else [value]
        if len(rows) > MOST_ROWS or any(len(str(row)) > LONGEST_TEXT for row in rows):
            raise InputRefused(
                _("Terlalu panjang; paling banyak %(rows)d baris dan %(letters)d huruf.")
                % {"rows": MOST_ROWS, "letters": LONGEST_TEXT},
                field=name,
            )


def check_no_draft(layanan: Layanan) -> None:
    if layanan.standar.exclude(status__in=WAS_SET).exists():
        raise PolicyRefused(_("%s masih mempunyai rancangan yang belum ditetapkan; lanjutkan itu.") % layanan)


def check_minutes(standar: Standar, held_on: date, participants: Sequence[Mapping[str, str]]) -> None:
    """A draft is made with the public, so somebody from the public was there (PP 96/2012 Ps 26)."""
    if standar.status != StandarStatus.RANCANGAN:
        raise PolicyRefused(_("Berita acara dicatat sebelum rancangannya dipublikasikan."))
    check_not_to_come(held_on, "held_on")
    groups = {one.get("group") for one in participants if one.get("name", "").strip()}
    if Group.PENYELENGGARA not in groups or len(groups) == 1:
        raise InputRefused(
            _("Sebutkan pesertanya: paling sedikit satu penyelenggara dan satu wakil masyarakat."),
            field="participants",
        )


def check_publishable(standar: Standar) -> None:
    STANDAR.check("publish", standar.status)
    if not BeritaAcara.objects.filter(standar=standar).exists():
        raise PolicyRefused(
            _("Catat dahulu berita acara penyusunannya bersama masyarakat; sesudah itu publikasikan.")
        )
    if due_day(COMMENTS, timezone.localdate()) is None:
        raise PolicyRefused(
            _("Batas tanggapan tidak dapat dihitung: hari libur tahun depan belum ada di kalender kerja.")
        )


def comments_until(standar: Standar) -> date | None:
    """The last day on which the public may comment; None before publication."""
    return due_day(COMMENTS, standar.published_on) if standar.published_on else None


def takes_comments(standar: Standar) -> bool:
    """While the time runs; one that can no longer be counted shuts nobody out."""
    until = comments_until(standar)
    return standar.status == StandarStatus.TANGGAPAN and (until is None or timezone.localdate() <= until)


def check_comment(standar: Standar, text: str) -> None:
    STANDAR.check("comment", standar.status)
    if not takes_comments(standar):
        raise PolicyRefused(
            _("Waktu menanggapi rancangan ini sudah berakhir; terima kasih atas perhatian Anda.")
        )
    if not text.strip():
        raise InputRefused(_("Tulis tanggapan Anda."), field="text")
    if len(text) > LONGEST_COMMENT:
        raise InputRefused(
            _("Tanggapan paling panjang %(most)d huruf; yang ini %(letters)d.")
            % {"most": LONGEST_COMMENT, "letters": len(text)},
            field="text",
        )
    if _TAG.search(text):
        raise InputRefused(
            _("Tulis tanggapan sebagai teks biasa, tanpa tanda HTML seperti <b>."), field="text"
        )


def check_answerable(comment: Comment, answer: str) -> None:
    if comment.standar.status not in (StandarStatus.TANGGAPAN, StandarStatus.PERBAIKAN):
        raise PolicyRefused(_("Rancangan ini sudah berakhir, jadi jawabannya tidak berubah lagi."))
    if not answer.strip():
        raise InputRefused(_("Tulis jawaban: apa yang diubah, atau mengapa tidak."), field="answer")


def check_comments_over(standar: Standar) -> None:
    until = comments_until(standar)
    if standar.status == StandarStatus.TANGGAPAN and takes_comments(standar):
        raise PolicyRefused(
            _(
                "Masyarakat masih boleh menanggapi sampai %s; sesudah itu rancangan diperbaiki atau ditetapkan."
            )
            % (f"{until:%d-%m-%Y}" if until else "–")
        )


def check_complete(standar: Standar) -> None:
    lacking = missing(standar)
    if lacking:
        raise PolicyRefused(_("Standar belum lengkap. Isi dahulu: %s.") % "; ".join(lacking))


def check_settable(standar: Standar) -> None:
    """All fourteen components are there, and nobody who commented is left without an answer."""
    STANDAR.check("set", standar.status)
    check_comments_over(standar)
    check_complete(standar)
    unanswered = standar.comments.filter(is_accepted=None).count()
    if unanswered:
        raise PolicyRefused(_("Jawab dahulu %d tanggapan masyarakat yang belum dijawab.") % unanswered)


def check_adoptable(standar: Standar, decided_on: date) -> None:
    """One that was set before Abdi was there, and only while nothing was set here."""
    STANDAR.check("adopt", standar.status)
    check_complete(standar)
    if standar.layanan.standar.filter(status__in=WAS_SET, valid_from__isnull=False).exists():
        raise PolicyRefused(
            _("Layanan ini sudah mempunyai standar di sini; versi baru disusun bersama masyarakat.")
        )
    if decided_on >= timezone.localdate():
        raise InputRefused(_("Standar yang sudah ada ditetapkan sebelum hari ini."), field="decided_on")


def check_dates(standar: Standar, decree: str, decided_on: date, valid_from: date) -> None:
    if not decree.strip():
        raise InputRefused(_("Isi nomor keputusan penetapannya."), field="decree")
    check_not_to_come(decided_on, "decided_on")
    if valid_from < decided_on:
        raise InputRefused(_("Standar tidak dapat berlaku sebelum ditetapkan."), field="valid_from")
    newer = standar.layanan.standar.filter(status__in=WAS_SET, valid_from__gte=valid_from)
    if newer.exists():
        raise InputRefused(
            _(
                "Sudah ada versi yang berlaku sejak tanggal itu atau sesudahnya; pilih tanggal yang lebih akhir."
            ),
            field="valid_from",
        )


def check_promise_ahead(valid_from: date) -> None:
    """What was promised to those already waiting is not rewritten."""
    if valid_from < timezone.localdate():
        raise InputRefused(_("Standar baru berlaku mulai hari ini atau sesudahnya."), field="valid_from")


def check_withdrawable(standar: Standar, last_day: date) -> None:
    STANDAR.check("withdraw", standar.status)
    if standar.valid_from and last_day < max(standar.valid_from, timezone.localdate()):
        raise InputRefused(
            _("Hari terakhir berlaku paling awal hari ini, dan tidak sebelum standar itu mulai berlaku."),
            field="last_day",
        )


def check_reviewable(standar: Standar, held_on: date, conclusion: str) -> None:
    if standar.status != StandarStatus.DITETAPKAN:
        raise PolicyRefused(_("Yang dievaluasi dan ditinjau adalah standar yang sudah ditetapkan."))
    check_not_to_come(held_on, "held_on")
    if not conclusion.strip():
        raise InputRefused(_("Tulis kesimpulannya."), field="conclusion")


def check_maklumat(unit: Unit, signed_by: Employee, published_on: date) -> None:
    """It promises to keep what was set, so something was set, and whoever leads the unit promises."""
    check_not_to_come(published_on, "published_on")
    if not in_force(published_on).filter(layanan__unit=unit).exists():
        raise PolicyRefused(_("%s belum mempunyai standar pelayanan yang berlaku untuk dijanjikan.") % unit)
    if signed_by.pk not in signers_of(unit, published_on):
        raise InputRefused(
            _("Maklumat ditandatangani kepala %(unit)s; %(name)s bukan kepalanya.")
            % {"unit": unit, "name": signed_by},
            field="signed_by",
        )


def check_not_to_come(day: date, field: str) -> None:
    if day > timezone.localdate():
        raise InputRefused(_("Tanggal itu belum tiba."), field=field)
