"""Complaints handled elsewhere come in as they were: dates, states, once; and every cell that cannot be is named."""

from collections import Counter
from statistics import median

import pytest

from abdi.facts.models import Fact
from abdi.platform.notifications.models import Notice
from abdi.platform.outbox.models import Message
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint
from tests.data import shared
from tests.integrations.conftest import Refused

NYC = [
    "--instansi", "kab-contoh", "--sumber", "nyc311", "--zona", "America/New_York", "--map", "id=unique_key",
    "received=created_date", "closed=closed_date", "updated=resolution_action_updated_date", "status=status",
    "category=complaint_type", "text=descriptor", "unit=agency", "answer=resolution_description",
    "lat=latitude", "lon=longitude", "channel=open_data_channel_type",
]  # fmt: skip
HEADER = "id,received,status,title,text,closed,lat,lon"
HERE = ["--instansi", "kab-contoh", "--zona", "WIB"]


@pytest.fixture
def table(tmp_path):
    def write(*lines: str, header: str = HEADER):
        path = tmp_path / f"aduan-{len(list(tmp_path.iterdir()))}.csv"
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def here(db):
    """The instansi that the imports open, whenever it is asked for."""

    def scope():
        return instansi_scope(Instansi.objects.get(code="kab-contoh"))

    return scope


@pytest.mark.slow
def test_a_thousand_real_complaints(run_import, here):
    told = run_import("complaints", shared("nyc311/nyc311_sample.csv"), *NYC)
    assert (told["recorded"], told["skipped"], told["rejected_count"]) == (1000, 0, 0)
    assert told["status"] == {"Open": 424, "Closed": 293, "In Progress": 277, "Assigned": 6}
    assert told["median_hours_to_close"] == 0.56
    assert [(one["line"], one["column"]) for one in told["doubted"]] == [
        (one_without_an_end(), "closed_date")
    ]
    with here():
        rows = list(Complaint.objects.all())
        assert Counter(one.attrs["asal"]["status"] for one in rows) == told["status"]
        assert Counter(one.status for one in rows) == {
            Status.BARU: 424,
            Status.SELESAI: 293,
            Status.DIPROSES: 277,
            Status.DITERUSKAN: 6,
        }
        closed = [one for one in rows if one.closed_at]
        assert len(closed) == 293
        hours = [(one.closed_at - one.received_at).total_seconds() / 3600 for one in closed]
        assert round(median(hours), 2) == 0.56
        facts = list(Fact.objects.filter(kind="complaint.closed").values_list("value", flat=True))
        assert len(facts) == 293
        assert round(median(map(float, facts)) / 3600, 2) == 0.56
        assert {one.channel for one in rows} == {"impor"}
        assert not Notice.objects.exists()
        assert not Message.objects.exists()
        before = Fact.objects.count(), Complaint.objects.count()
    again = run_import("complaints", shared("nyc311/nyc311_sample.csv"), *NYC)
    assert (again["recorded"], again["moved"], again["skipped"]) == (0, 0, 1000)
    with here():
        assert (Fact.objects.count(), Complaint.objects.count()) == before


def one_without_an_end() -> int:
    """The line of the only closed complaint that does not say when."""
    lines = shared("nyc311/nyc311_sample.csv").read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("60870611,"))


BAD = {
    "1,,Open,a,,,,": ("received", "kosong"),
    ",2026-07-01,Open,a,,,,": ("id", "kosong"),
    "1,kemarin,Open,a,,,,": ("received", "bukan waktu"),
    "1,2999-01-01,Open,a,,,,": ("received", "masa depan"),
    "1,2026-07-01,Entah,a,,,,": ("status", "jelaskan dengan --status"),
    "1,2026-07-01,Closed,a,,,,": ("closed", "padahal statusnya selesai"),
    "1,2026-07-02,Closed,a,,2026-07-01,,": ("closed", "mendahului"),
    "1,2026-07-01,Open,,,,,": ("text", "kosong"),
    "1,2026-07-01,Open,a\x00,,,,": ("title", "disimpan"),
    f"1,2026-07-01,Open,a,{'x' * 10_001},,,": ("text", "lebih dari 10000 huruf"),
    "1,2026-07-01,Open,a,,,91,0": ("lat", "bukan derajat"),
    "1,2026-07-01,Open,a,,,x,0": ("lat", "bukan derajat"),
    "1,2026-07-01,Open,a,,,1,": ("lon", "pasangannya"),
    "1,2026-07-01,Open,a": ("", "kolom"),
}


@pytest.mark.parametrize("line", BAD, ids=lambda line: line[:40])
def test_a_cell_that_cannot_be_is_named_and_the_others_come_in(run_import, table, line):
    column, said = BAD[line]
    told = run_import("complaints", table("9,2026-07-01,Open,Lampu mati,,,,", line), *HERE)
    assert told["recorded"] == 1
    (trouble,) = told["rejected"]
    assert (trouble["line"], trouble["column"]) == (3, column)
    assert said in trouble["reason"]


def test_one_bad_row_stops_a_strict_import(run_import, table, here):
    path = table("9,2026-07-01,Open,Lampu mati,,,,", "1,,Open,a,,,,")
    with pytest.raises(Refused, match="--strict"):
        run_import("complaints", path, *HERE, "--strict")
    assert not Complaint.everywhere.exists()


def test_a_later_export_moves_on_what_moved_on_there(run_import, table, here):
    run_import("complaints", table("1,2026-07-01,Open,a,,,,", "2,2026-07-01,In Progress,b,,,,"), *HERE)
    later = table("1,2026-07-01,Closed,a,,2026-07-03,,", "2,2026-07-01,Closed,b,,2026-07-04,,")
    told = run_import("complaints", later, *HERE)
    assert (told["recorded"], told["moved"], told["skipped"]) == (0, 2, 0)
    with here():
        assert {one.attrs["asal"]["status"] for one in Complaint.objects.all()} == {"Closed"}
        assert not Complaint.objects.exclude(status=Status.SELESAI).exists()
    back = run_import("complaints", table("1,2026-07-01,Open,a,,,,"), *HERE)
    assert (back["moved"], back["skipped"]) == (0, 1)


def test_words_of_the_source_are_explained(run_import, table, here):
    told = run_import(
        "complaints",
        table("1,2026-07-01,Ditangani Dinas,a,,,,"),
        *HERE,
        "--status",
        "ditangani dinas=diproses",
    )
    assert told["recorded"] == 1
    with here():
        assert Complaint.objects.get().status == Status.DIPROSES
    with pytest.raises(Refused, match="KATA=keadaan"):
        run_import("complaints", table("1,2026-07-01,Open,a,,,,"), *HERE, "--status", "x=entah")


def test_a_dry_run_records_nothing(run_import, table):
    told = run_import("complaints", table("1,2026-07-01,Open,a,,,,"), *HERE, "--dry-run")
    assert told["recorded"] == 1
    assert not Complaint.everywhere.exists()
