"""The sheet on paper."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.platform.documents import Seal, render_pdf
from abdi.platform.tenancy.scope import current_instansi
from abdi.rules.arithmetic import fixed
from abdi.rules.parameters import catalogue
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.publication.models import Publication

CLASSES = "skm/mutu"
TEMPLATE = Path(__file__).parent / "documents" / "publikasi.typ"


def publication_content(publication: Publication) -> dict[str, Any]:
    """What was decided: the frozen sheet and who answers for it."""
    by = publication.published_by
    signer = {"nama": by.name, "pangkat": by.golongan, "nip": by.nip}
    return {**publication.content, "versi": publication.version, "penanda": signer}


def publication_pdf(publication: Publication, seal: Seal | None = None) -> bytes:
    instansi, day = current_instansi(), publication.published_on
    with translation.override(settings.LANGUAGE_CODE):
        sheet = publication_content(publication)
        rows = [{**one, "nama": UNSUR[one["key"]].nama} for one in sheet["unsur"]]
        lowest = ", ".join(UNSUR[key].nama for key in sheet["terendah"])
        frame = {"instansi": instansi.name, "tempat": instansi.place, "draf": False, "pada": day.isoformat()}
        classes = catalogue()[CLASSES].at(publication.period.last).value
        legend = [{"mutu": one["mutu"], "minimal": fixed(one["minimal"])} for one in classes]
        whole = {**sheet, **frame, "unsur": rows, "terendah": lowest, "kelas": legend}
        at = timezone.make_aware(datetime.combine(day, time.min))
        title = f"Indeks Kepuasan Masyarakat {sheet['unit']}"
        return render_pdf(TEMPLATE, whole, title=title, at=at, seal=seal)
