"""What only shows when the lines of the file are seen together, or beside what is known already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from abdi.organisation.imports.known import Known
from abdi.organisation.imports.rows import Row
from abdi.organisation.models import Employee, ReportingLine
from abdi.organisation.tree import Span, loop_through


def check_once(rows: Sequence[Row]) -> None:
    lines: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.nip:
            lines[row.nip].append(row.line)
    for row in rows:
        others = [str(line) for line in lines.get(row.nip, []) if line != row.line]
        if others:
            row.refuse("nip", _("NIP ini juga ada di baris {lines}.").format(lines=", ".join(others)))


def check_units(rows: Sequence[Row], known: Known) -> None:
    for row in rows:
        if row.unit_code and row.unit_code not in known.units:
            row.refuse(
                "kode_unit",
                _("Unit kerja {code} belum ada; perbaiki kodenya, atau setujui pembuatan unit baru.").format(
                    code=row.unit_code
                ),
            )


def check_superiors(rows: Sequence[Row], known: Known) -> None:
    in_file = {row.nip for row in rows if row.nip}
    for row in rows:
        if not row.superior_nip:
            continue
        if row.superior_nip == row.nip:
            row.refuse("atasan_nip", _("Seorang pegawai tidak dapat menilai dirinya sendiri."))
        elif row.superior_nip not in in_file and row.superior_nip not in known.employees:
            row.refuse(
                "atasan_nip",
                _("Atasan dengan NIP {nip} tidak ada di berkas ini maupun di data pegawai.").format(
                    nip=row.superior_nip
                ),
            )


def check_loops(planned: Iterable[tuple[Row, ReportingLine]], known: Known) -> None:
    """Every line that the import begins or changes, followed upwards."""

    def above(person: UUID) -> Iterable[tuple[UUID, Span]]:
        for line in known.lines.get(person, ()):
            yield line.superior.uid, Span(line.valid_from, line.valid_until)

    for row, line in planned:
        span = Span(line.valid_from, line.valid_until)
        loop = loop_through(line.subordinate.uid, line.superior.uid, span, above)
        if loop:
            names = _names(known)
            path = " → ".join(names[person] for person in loop)
            row.refuse("atasan_nip", _("Garis penilaian berputar: {path}.").format(path=path))


def _names(known: Known) -> dict[UUID, str]:
    def people() -> Iterable[Employee]:
        yield from known.employees.values()
        for lines in known.lines.values():
            yield from (line.superior for line in lines)

    return {person.uid: person.name for person in people()}
