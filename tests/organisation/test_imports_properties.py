"""Whatever the rows: what goes in comes out, and goes in a second time without effect."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import xlsxwriter
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.organisation.imports import apply_import, preview_import
from abdi.organisation.imports.rows import parse_date
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessors_on, placements_on
from tests.organisation.people import HEADINGS, a_unit, line, nip

ON = date(2026, 3, 1)
GOLONGAN = 60  # characters that its column holds; a longer one is refused (`test_imports`)
# Letters, quotes, separators and what looks like a formula; blanks only where a cell keeps them.
words = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from("=+-@\"';,"),
    min_size=1,
    max_size=20,
)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
days = st.dates(date(2000, 1, 1), ON)


@st.composite
def files(draw):
    """Up to six people under each other, every superior of a smaller number than the subordinate."""
    count = draw(st.integers(1, 6))
    return [
        line(
            number,
            nama=draw(phrases),
            golongan=draw(phrases.filter(lambda said: len(said) <= GOLONGAN)),
            jabatan=draw(phrases),
            kelas=str(draw(st.integers(1, 17))),
            tmt=f"{draw(days):%d-%m-%Y}",
            atasan_nip=nip(draw(st.integers(0, number - 1))) if number else "",
        )
        for number in draw(st.permutations(range(count)))
    ]


def as_csv(lines, delimiter):
    stream = StringIO()
    writer = csv.DictWriter(stream, HEADINGS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(lines)
    return stream.getvalue().encode()


def as_xlsx(lines):
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate([HEADINGS, *(one.values() for one in lines)]):
            for place, cell in enumerate(cells):
                sheet.write_string(number, place, cell)
    return stream.getvalue()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=files(), form=st.sampled_from([",", ";", "xlsx"]))
def test_rows_go_round(instansi, system, lines, form):
    content = as_xlsx(lines) if form == "xlsx" else as_csv(lines, form)
    with transaction.atomic():
        a_unit(system)
        preview = preview_import(content)
        assert preview.counts["baru"] == len(lines)
        apply_import(actor=system, content=content, digest=preview.digest)
        people = {person.nip: person for person in Employee.objects.all()}
        placements, assessors = placements_on(people.values(), ON), assessors_on(people.values(), ON)
        for wanted in lines:
            person = people[wanted["nip"]]
            placement, assessor = placements[person.pk], assessors.get(person.pk)
            assert {
                **wanted,
                "nama": person.name,
                "golongan": person.golongan,
                "jabatan": placement.position.name,
                "kelas": str(placement.position.kelas),
                "tmt": f"{placement.valid_from:%d-%m-%Y}",
                "atasan_nip": assessor.nip if assessor else "",
            } == wanted
        assert preview_import(content).counts["sama"] == len(lines)
        transaction.set_rollback(True)


@given(st.dates(date(1900, 1, 1)))
def test_every_way_of_writing_a_day(day):
    for form in ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d"):
        assert parse_date(day.strftime(form)) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text(max_size=12))
def test_anything_else_is_no_day(text):
    day = parse_date(text)
    assert day is None or day + timedelta(0) == day
