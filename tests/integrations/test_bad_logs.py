"""What cannot be read is refused in one sentence that says where; nothing is written."""

import gzip

import pytest

from abdi.facts.selectors import current
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.integrations.conftest import MAP, Refused
from tests.integrations.files import write_xlsx

GOOD = "P1,Terima,2026-01-05T08:00:00+07:00,Rina Misal,Loket 1,Loket"
XES_MAP = ["officer=org:resource"]


def refusal(import_log, path, *arguments, mapping=MAP):
    with pytest.raises(Refused) as refused:
        import_log(path, *arguments, mapping=mapping)
    assert not Instansi.objects.exists()
    assert "\n" not in str(refused.value)
    return str(refused.value)


def recorded(kind="service.activity"):
    with instansi_scope(Instansi.objects.get()):
        return [fact["case_key"] for fact in current(kinds=[kind])]


def test_unknown_column_names_the_nearest_and_all(import_log, log_file):
    mapping = [*MAP, "deadline=tengat"]
    sentence = refusal(
        import_log, log_file(GOOD, header="perkara,langkah,waktu,petugas,loket,kanal"), mapping=mapping
    )
    assert "“tengat” untuk deadline tidak ada" in sentence
    assert "perkara, langkah, waktu, petugas, loket, kanal" in sentence
    sentence = refusal(import_log, log_file(GOOD), mapping=[*MAP[:3], "officer=petugs"])
    assert "mungkin “petugas”" in sentence


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (["cas=perkara"], "mungkin “case”"),
        (["perkara"], "bagian=kolom"),
        (["case="], "bagian=kolom"),
        (["case=perkara", "case=langkah"], "dua kali"),
        (["activity=langkah", "time=waktu"], "“case:concept:name” untuk case tidak ada"),
    ],
)
def test_a_map_that_cannot_be_read(import_log, log_file, mapping, said):
    assert said in refusal(import_log, log_file(GOOD), mapping=mapping)


def test_wrong_encoding_names_line_and_column(import_log, tmp_path):
    path = tmp_path / "latin1.csv"
    path.write_bytes(b"\xef\xbb\xbfperkara,langkah,waktu\nP1,Terima,2026-01-05\nP2,Men\xe9rima,2026-01-05\n")
    assert "Baris 3, kolom 7 bukan UTF-8" in refusal(import_log, path, mapping=MAP[:3])


def test_utf16_is_the_wrong_encoding_from_the_first_byte_on(import_log, tmp_path):
    path = tmp_path / "utf16.csv"
    path.write_bytes(f"perkara,langkah,waktu\n{GOOD}\n".encode("utf-16"))
    assert "Baris 1, kolom 1 bukan UTF-8" in refusal(import_log, path, mapping=MAP[:3])


def test_the_encoding_breaks_after_many_good_rows(import_log, tmp_path):
    path = tmp_path / "late.csv"
    path.write_bytes(
        ("perkara,langkah,waktu,petugas,loket,kanal\n" + f"{GOOD}\n" * 20_000).encode() + b"\xff\n"
    )
    assert "Baris 20002, kolom 1 bukan UTF-8" in refusal(import_log, path)


def test_a_torn_quote(import_log, log_file):
    assert "CSV rusak pada baris 3" in refusal(import_log, log_file(GOOD, 'P2,"Terima,2026-01-05'))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<log>\n<trace>\n <event></trace></log>", "baris 3, kolom 11"),
        ("<log>\n<trace>", "baris 2, kolom 8"),
        ("<html></html>", "elemen akarnya <html>"),
        ('<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<log>&b;</log>', "DTD dan entitas"),
        ('<!DOCTYPE l SYSTEM "file:///etc/passwd"><log/>', "DTD dan entitas"),
        ("<log><trace><event/><string key='a' value='b'/></trace></log>", "sesudah kejadiannya"),
    ],
)
def test_broken_xes_names_line_and_column(import_log, tmp_path, xml, said):
    path = tmp_path / "log.xes"
    path.write_text(xml)
    sentence = refusal(import_log, path, mapping=XES_MAP)
    assert said in sentence
    assert sentence.startswith("XES tidak terbaca pada baris ")


def test_an_xes_column_that_no_event_has(import_log, tmp_path):
    path = tmp_path / "log.xes"
    event = "<string key='concept:name' value='A'/><date key='time:timestamp' value='2026-01-05T08:00Z'/>"
    path.write_text(
        f"<log><trace><string key='concept:name' value='P1'/><event>{event}</event></trace></log>"
    )
    sentence = refusal(import_log, path, mapping=XES_MAP)
    assert "“org:resource” untuk officer tidak ada" in sentence
    assert "case:concept:name, concept:name, time:timestamp" in sentence


def test_a_torn_gzip(import_log, tmp_path):
    path = tmp_path / "log.csv.gz"
    path.write_bytes(
        gzip.compress(("perkara,langkah,waktu,petugas,loket,kanal\n" + f"{GOOD}\n" * 5000).encode())[:-20]
    )
    assert "rusak atau terpotong" in refusal(import_log, path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (b"\n", "kosong"),
        (b"PK\x03\x04bukan zip", "bukan XLSX yang utuh"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS lama atau terkunci sandi"),
        (b"perkara,perkara\n", "“perkara” 2 kali"),
        (b"x" * 1_000_001, "terlalu panjang"),
    ],
)
def test_files_that_are_no_logs(import_log, tmp_path, content, said):
    path = tmp_path / "log"
    path.write_bytes(content)
    assert said in refusal(import_log, path)


def test_no_such_file(import_log, tmp_path):
    assert "tidak dapat dibuka" in refusal(import_log, tmp_path / "tiada.csv")


def test_moments_without_a_zone_need_one(import_log, log_file):
    path = log_file("P1,Terima,2026-01-05 08:00:00,Rina Misal,Loket 1,Loket")
    assert "Baris 2: waktu “2026-01-05 08:00:00” tidak menyebut zona" in refusal(import_log, path)
    assert "“Mars/Utopia” tidak dikenal" in refusal(import_log, path, "--zona", "Mars/Utopia")
    assert import_log(path, "--zona", "WIT")["recorded"] == 1
    with instansi_scope(Instansi.objects.get()) as instansi:
        assert (
            current(kinds=["service.activity"])[0]["occurred_at"].isoformat() == "2026-01-04T23:00:00+00:00"
        )
    assert instansi.timezone == "Asia/Jayapura"


BAD_ROWS = [
    ("P2,Terima,besok,Rina Misal,Loket 1,Loket", "waktu", "“besok” bukan waktu"),
    ("P2,Terima,2026-02-30T08:00:00+07:00,,,", "waktu", "“2026-02-30T08:00:00+07:00” bukan waktu"),
    ("P2,Terima,9999-12-31T23:59:59-11:00,,,", "waktu", "“9999-12-31T23:59:59-11:00” bukan waktu"),
    ("P2,Terima,2999-01-05T08:00:00+07:00,,,", "waktu", "waktu di masa depan"),
    ("P2,Terima,1969-12-31T08:00:00+00:00,,,", "waktu", "sebelum tahun 1970"),
    ("P2,Terima,,,,", "waktu", "kosong"),
    (" ,Terima,2026-01-05T08:00:00+07:00,,,", "perkara", "kosong"),
    ("P2,,2026-01-05T08:00:00+07:00,,,", "langkah", "kosong"),
    (f"{'P' * 101},Terima,2026-01-05T08:00:00+07:00,,,", "perkara", "lebih dari 100 huruf"),
    ("P\0002,Terima,2026-01-05T08:00:00+07:00,,,", "perkara", "memuat karakter yang tidak tercetak"),
    ("P2,Terima", "", "ada 2 sel, padahal baris kepala menyebut 6 kolom"),
    ("P2,Terima,2026-01-05T08:00:00+07:00,,,,lebih", "", "ada 7 sel, padahal baris kepala menyebut 6 kolom"),
]


@pytest.mark.parametrize(("line", "column", "reason"), BAD_ROWS)
def test_a_bad_row_is_named_and_the_rest_goes_in(import_log, log_file, line, column, reason):
    report = import_log(log_file(GOOD, line, GOOD.replace("P1", "P3")))
    assert report["rejected"] == [{"line": 3, "column": column, "reason": reason}]
    assert (report["recorded"], report["rejected_count"]) == (2, 1)
    assert recorded() == ["P1", "P3"]


def test_strict_turns_one_bad_row_into_none_recorded(import_log, log_file):
    path = log_file(GOOD, "P2,Terima,besok,,,")
    with pytest.raises(Refused, match="1 baris tidak dapat dibaca") as refused:
        import_log(path, "--strict")
    assert refused.value.report["rejected"][0]["line"] == 3
    assert refused.value.report["recorded"] == 0
    assert not Instansi.objects.exists()


def test_many_bad_rows_are_counted_and_a_hundred_shown(import_log, log_file):
    report = import_log(log_file(*["P1,Terima,besok,,,"] * 250))
    assert (report["rejected_count"], len(report["rejected"]), report["events"]) == (250, 100, 0)
    assert not Instansi.objects.exists()


def test_a_line_number_counts_lines_not_records(import_log, log_file):
    report = import_log(log_file('P1,"Terima\nberkas",2026-01-05T08:00:00+07:00,,,', "P2,Terima,besok,,,"))
    assert [row["line"] for row in report["rejected"]] == [2, 4]


def test_rows_of_a_sheet_are_named_by_their_number(import_log, tmp_path):
    good = dict(
        zip(["perkara", "langkah", "waktu", "petugas", "loket", "kanal"], GOOD.split(","), strict=True)
    )
    path = write_xlsx(tmp_path / "log.xlsx", [good, good | {"waktu": "besok"}])
    report = import_log(path)
    assert (report["recorded"], report["rejected"][0]["line"], report["rejected"][0]["column"]) == (
        1,
        3,
        "waktu",
    )


def test_a_dry_run_counts_what_it_would_record_and_records_nothing(import_log, log_file):
    report = import_log(log_file(GOOD), "--dry-run")
    assert (report["recorded"], report["dry_run"]) == (1, True)
    assert not Instansi.objects.exists()
