"""PP 30/2019 Ps 10(2) in words: specific, measurable, realistic, bound in time. Advice, never a lock."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from abdi.measurement.types import Measured
from abdi.measurement.wording import value_text
from abdi.planning.enums import Arah
from abdi.planning.models import Iki

# what somebody does, where an indicator names what can be seen afterwards
ACTIVITIES = frozenset(
    {
        "melaksanakan",
        "melakukan",
        "membantu",
        "mengikuti",
        "menghadiri",
        "menyiapkan",
        "mempersiapkan",
        "mengerjakan",
        "mendukung",
        "mengoordinasikan",
        "mengkoordinasikan",
        "memfasilitasi",
        "menjalankan",
        "menyelenggarakan",
    }
)
FAR = 0.5  # of the last measured value; beyond that a target wants an explanation
_YEAR = re.compile(r"\b20\d\d\b")


def hints(iki: Iki, last: Measured | None = None) -> list[str]:
    """What would make the indicator clearer; empty when nothing comes to mind.

    `last`: what its metric said last about the same scope.
    """
    return [*_specific(iki), *_measurable(iki), *_realistic(iki, last), *_in_time(iki)]


def _specific(iki: Iki) -> Iterator[str]:
    words = iki.text.split()
    if len(words) < 2:
        yield _("Spesifik: satu kata belum mengatakan apa yang dilihat; sebut hasil dan sasarannya.")
    if words and words[0].lower() in ACTIVITIES:
        yield _(
            "Spesifik: “%s” adalah kegiatan; tulis keadaan sesudahnya, misalnya “panduan diperbarui”."
        ) % (words[0].lower())


def _measurable(iki: Iki) -> Iterator[str]:
    if not iki.bounds and not any(letter.isdigit() for letter in f"{iki.text} {iki.target_text}"):
        yield _("Terukur: tanpa angka, tulis tanda yang dilihat sama oleh Anda dan pejabat penilai.")


def _realistic(iki: Iki, last: Measured | None) -> Iterator[str]:
    if last is None or last.value is None or not last.enough or not iki.bounds:
        return
    said = {"value": value_text(last)}
    target = float(iki.bounds[0])
    if last.value >= target if iki.arah != Arah.TURUN else last.value <= target:
        yield _("Realistis: terakhir terukur %(value)s, jadi target ini sudah tercapai.") % said
    elif last.value and abs(target - last.value) > FAR * abs(last.value):
        yield (
            _("Realistis: terakhir terukur %(value)s; pastikan ada dukungan untuk lompatan sejauh itu.")
            % said
        )


def _in_time(iki: Iki) -> Iterator[str]:
    skp = iki.rhk.skp
    own = {str(year) for year in range(skp.start.year, skp.end.year + 1)}
    for year in sorted(set(_YEAR.findall(f"{iki.text} {iki.target_text}")) - own):
        yield _("Berbatas waktu: menyebut %(year)s, sedangkan SKP ini sampai %(end)s.") % {
            "year": year,
            "end": f"{skp.end:%d-%m-%Y}",
        }
