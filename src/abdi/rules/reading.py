"""The parameters of one question: as they stand on its day, remembered as they are read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from abdi.rules.errors import RuleInputError
from abdi.rules.kalender import JADWAL, Calendar, scheduled
from abdi.rules.parameters import catalogue, check_override


class Parameters:
    """The parameters as they stand on one day; remembers which of them a formula has read."""

    def __init__(
        self,
        on: date,
        *,
        calendar: Calendar | None = None,
        overrides: Mapping[str, object] | None = None,
    ) -> None:
        self.on = on
        self.calendar = calendar
        self.read: dict[str, Mapping[str, object]] = {}
        self._overrides = overrides or {}

    def __getitem__(self, path: str) -> Any:
        dated = catalogue()[path].at(self.on)
        self.read[path] = dated.lineage()
        if path not in self._overrides:
            return dated.value
        value = check_override(path, self._overrides[path], on=self.on)
        self.read[path] = {**self.read[path], "value": value, "set_by": "instansi"}
        return value

    def working_calendar(self) -> Calendar:
        """The calendar of the question, its week taken from the parameters when it brings none."""
        if self.calendar is None:
            raise RuleInputError(
                "Hitungan hari atau jam kerja memerlukan kalender kerja; sertakan kalender instansi.",
                field="calendar",
            )
        if self.calendar.week is not None:
            return self.calendar
        return scheduled(self.calendar, self[JADWAL], field=JADWAL)
