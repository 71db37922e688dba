"""`abdi import open311`: an answer of another Open311 server, saved as it came."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.complaint_table.command import add_common
from abdi.integrations.complaint_table.outcome import outcome_of
from abdi.integrations.complaint_table.rows import Reading
from abdi.integrations.importer import Importer, Outcome
from abdi.integrations.open311.arriving import arrived_in
from abdi.platform.errors import InputRefused


def _run(options: Mapping[str, Any]) -> Outcome:
    reading = Reading()
    arrived = list(arrived_in(_content(options["file"]), reading, timezone.now()))
    return outcome_of(options, arrived, reading)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(
            _("Berkas %(path)s tidak dapat dibuka (%(reason)s).") % {"path": path, "reason": error.strerror}
        ) from None


OPEN311 = Importer(
    name="open311",
    help=gettext_lazy("jawaban server Open311 lain (GET requests), XML atau JSON"),
    example="abdi import open311 requests.json --instansi kab-contoh --sumber kota-lain",
    add_arguments=add_common,
    run=_run,
)
