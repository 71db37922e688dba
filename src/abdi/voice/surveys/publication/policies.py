"""What the state of a period allows, whoever asks."""

from datetime import date

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.policies import BATCH
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.results import Result


def check_publishable(period: SurveyPeriod, result: Result, today: date) -> None:
    """Over, and told by enough citizens that none of them can be read out of it."""
    if today <= period.last:
        raise PolicyRefused(
            _("Periode ini baru selesai pada %s; hasilnya dipublikasikan sesudah itu.")
            % f"{period.last:%d-%m-%Y}"
        )
    if result.index is None:
        raise PolicyRefused(
            _(
                "Baru %(n)d jawaban; hasil dipublikasikan dari %(least)d jawaban, agar tak seorang pun dikenali."
            )
            % {"n": result.n, "least": BATCH}
        )


def check_unsur(unsur: str) -> None:
    if unsur not in UNSUR:
        raise InputRefused(_("Pilih salah satu dari sembilan unsur."), field="unsur")


def check_progress(progress: str, note: str) -> None:
    """What is done is told in words, for the public reads it."""
    if progress not in Progress:
        raise InputRefused(_("Pilih kemajuan: direncanakan, berjalan, atau selesai."), field="progress")
    if progress == Progress.SELESAI and not note.strip():
        raise InputRefused(_("Tulis apa yang sudah berubah; masyarakat membacanya."), field="note")
