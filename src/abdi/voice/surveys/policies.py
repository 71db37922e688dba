"""What a survey and a link allow, whoever asks."""

from collections.abc import Mapping, Sequence
from datetime import date
from ipaddress import ip_network
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.rules.unsur import UNSUR, skala
from abdi.voice.surveys.enums import WordKind
from abdi.voice.surveys.models import Instrument, SurveyPeriod, Token

BATCH = (
    5  # answers shown together, so that none of them is anybody's (citizen's word in small offices: n ≥ 5)
)
LONGEST_WORDS = 2_000  # letters; a page of thoughts
# more than these and it is no survey of 40 seconds
MOST_QUESTIONS, MOST_OPTIONS, LONGEST_QUESTION = 5, 6, 150
MOST_NETWORKS = 50


def check_open(token: Token, on: date) -> None:
    """Raises PolicyRefused in the words of what became of the link."""
    if token.is_used:
        raise PolicyRefused(_("Survei ini sudah dijawab; tautannya hanya berlaku sekali. Terima kasih."))
    if token.is_revoked:
        raise PolicyRefused(
            _("Kunjungan ini ternyata belum selesai; tautan survei terbit lagi sesudah Anda dilayani.")
        )
    if on > token.expires_on:
        raise PolicyRefused(
            _("Masa menjawab survei ini sudah lewat. Anda tetap dapat menyampaikan pengaduan atau saran.")
        )


def check_answers(answers: Mapping[str, Any], on: date, *, whole: bool = True) -> None:
    """Nine points on the scale; on paper (`whole=False`) some may be blank. Raises InputRefused naming the unsur."""
    scale = skala(on)
    for unsur, point in answers.items():
        if unsur not in UNSUR:
            raise InputRefused(_("Unsur “%s” tidak dikenal.") % str(unsur)[:40], field="answers")
        if type(point) is not int or not scale.minimal <= point <= scale.maksimal:
            raise InputRefused(
                _("Jawaban untuk “%(unsur)s” di luar skala %(least)d–%(most)d; pilih salah satu.")
                % {"unsur": _(UNSUR[unsur].nama), "least": scale.minimal, "most": scale.maksimal},
                field=unsur,
            )
    missing = [unsur for unsur in UNSUR if unsur not in answers]
    if missing and (whole or not answers):
        raise InputRefused(
            _("“%s” belum dijawab; pilih satu jawaban.") % _(UNSUR[missing[0]].nama), field=missing[0]
        )


def check_extra(instrument: Instrument, extra: Mapping[str, Any]) -> None:
    """Own questions may be left out; what is answered is one of their options."""
    options = {one["key"]: len(one["options"]) for one in instrument.questions}
    for key, number in extra.items():
        if type(number) is not int or not 0 <= number < options.get(key, 0):
            raise InputRefused(_("Pilihan ini tidak ada; pilih salah satu yang tertulis."), field=key)


def check_words(text: str, field: str) -> None:
    if len(text) > LONGEST_WORDS:
        raise InputRefused(
            _("Paling panjang %d huruf; ringkaskan, atau sampaikan lengkapnya lewat Aduan.") % LONGEST_WORDS,
            field=field,
        )


def check_word(kind: str, text: str) -> None:
    """Thanks or criticism: which of the two is said by him who writes."""
    check_words(text, "word")
    if text.strip() and kind not in WordKind:
        raise InputRefused(_("Pilih dahulu: terima kasih atau kritik."), field="kind")


def check_served_at(unit: Unit, layanan: Layanan) -> None:
    if layanan.unit_id != unit.pk:
        raise InputRefused(_("Layanan ini tidak dilayani di %s.") % unit, field="layanan")


def check_day(day: date, today: date) -> None:
    if day > today:
        raise InputRefused(
            _("Hari survei %s belum tiba; periksa tanggalnya.") % f"{day:%d-%m-%Y}", field="day"
        )


def check_questions(questions: Sequence[Mapping[str, Any]]) -> None:
    """Options only: free text in a survey of few says who wrote it."""
    if len(questions) > MOST_QUESTIONS:
        raise InputRefused(
            _("Paling banyak %d pertanyaan sendiri; sembilan unsur sudah ada.") % MOST_QUESTIONS,
            field="questions",
        )
    for one in questions:
        words = [one["text"], *one["options"]]
        if not all(word.strip() and len(word) <= LONGEST_QUESTION for word in words):
            raise InputRefused(
                _("Pertanyaan dan pilihannya diisi, masing-masing paling panjang %d huruf.")
                % LONGEST_QUESTION,
                field="questions",
            )
        if not 2 <= len(one["options"]) <= MOST_OPTIONS:
            raise InputRefused(
                _("Beri setiap pertanyaan 2 sampai %d pilihan.") % MOST_OPTIONS, field="questions"
            )


def check_networks(networks: Sequence[str]) -> None:
    if len(networks) > MOST_NETWORKS:
        raise InputRefused(_("Paling banyak %d jaringan kantor.") % MOST_NETWORKS, field="office_networks")
    for one in networks:
        try:
            ip_network(one, strict=False)
        except ValueError:
            raise InputRefused(
                _("“%s” bukan jaringan; tulis seperti 10.20.0.0/16.") % one[:40], field="office_networks"
            ) from None


def check_period_is_alone(period: SurveyPeriod) -> None:
    """An answer belongs to one period of the same unit and service."""
    others = SurveyPeriod.objects.filter(unit=period.unit, layanan=period.layanan).exclude(pk=period.pk)
    if period.layanan is not None and period.layanan.unit_id != period.unit.pk:
        raise InputRefused(_("Layanan itu milik unit lain."), field="layanan")
    if found := others.filter(Q(first__lte=period.last, last__gte=period.first)).first():
        raise InputRefused(_("Bertumpang tindih dengan periode %s; geser harinya.") % found, field="first")
