"""`abdi import open311`: an answer of another Open311 server, saved as it came."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from abdi.integrations.complaint_table.command import add_common
from abdi.integrations.complaint_table.outcome import outcome_of
from abdi.integrations.complaint_table.rows import Reading
from abdi.integrations.importer import Importer, Outcome
from abdi.integrations.open311.arriving import arrived_in
from abdi.platform.georeport.reading import LONGEST
from abdi.platform.tables.opening import opened


def _run(options: Mapping[str, Any]) -> Outcome:
    reading = Reading()
    with opened(options["file"]) as stream:
        body = stream.read(LONGEST + 1)
    arrived = list(arrived_in(body, reading, timezone.now()))
    return outcome_of(options, arrived, reading)


OPEN311 = Importer(
    name="open311",
    help=gettext_lazy("jawaban server Open311 lain (GET requests), XML atau JSON"),
    example="abdi import open311 requests.json --instansi kab-contoh --sumber kota-lain",
    add_arguments=add_common,
    run=_run,
)
