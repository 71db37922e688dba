"""SP4N-LAPOR! on this machine: the contract, strictly, and every trouble it may make.

`mood`: "away" (500), "slow", "garbled" (no JSON), "huge", "elsewhere" (a redirect), "again" (a page twice, and 409 for
an update it has already). Alone: python -m tests.integrations.lapor.standin
"""

import json
from contextlib import AbstractContextManager
from threading import Event
from urllib.parse import parse_qs, unquote, urlsplit

from tests.integrations.standin import Handler, Standin, served

KEY = "kunci-lapor-contoh"
PAGE = 2
STATES = {"belum_terverifikasi", "terdisposisi", "diproses", "ditunda", "dijawab", "selesai", "arsip"}
PARTS = {"urutan", "status", "isi", "waktu"}


def report(key: str, **more) -> dict:
    told = {
        "id": key,
        "jenis": "pengaduan",
        "judul": f"Lampu mati {key}",
        "isi": f"Lampu jalan di depan pasar mati sejak kemarin, laporan {key}.",
        "diterima": "2026-07-06T09:00:00+07:00",
        "tanggal_kejadian": "2026-07-05",
        "kategori": "",
        "tempat": {"lintang": -7.25, "bujur": 112.75, "lokasi": "Depan pasar"},
        "anonim": False,
        "rahasia": False,
    }
    return told | more


class Lapor(Standin):
    def __init__(self) -> None:
        super().__init__(LaporHandler)
        self.reports: list[object] = []
        self.reporters: dict[str, dict] = {}
        self.updates: dict[str, tuple[str, dict]] = {}  # idempotency key → (report, what was told)

    def told_of(self, key: str) -> list[dict]:
        return [told for report, told in self.updates.values() if report == key]


class LaporHandler(Handler):
    server: Lapor

    def get(self) -> None:
        path = urlsplit(self.path)
        self.server.asked.append(unquote(path.path))
        if self._is_let_in():
            parts = [unquote(one) for one in path.path.split("/")[1:]]
            self._read(parts, parse_qs(path.query, keep_blank_values=True))

    def post(self, body: bytes) -> None:
        self.server.asked.append(unquote(self.path))
        if self._is_let_in():
            self._take(unquote(self.path).split("/")[3], json.loads(body))

    def _read(self, parts: list[str], arguments: dict[str, list[str]]) -> None:
        if parts == ["v1", "laporan"]:
            return self._page(arguments["sesudah"][0], int(arguments["paling_banyak"][0]))
        known = {one["id"]: one for one in self.server.reports if isinstance(one, dict) and "id" in one}
        found = (self.server.reporters if parts[-1] == "pelapor" else known).get(parts[2])
        return self._say(200, found) if found else self._say(404, {})

    def _page(self, cursor: str, most: int) -> None:
        start = int(cursor or 0)
        if self.server.mood == "again":
            start = max(0, start - PAGE)
        some = self.server.reports[start : start + min(most, PAGE)]
        until = start + len(some)
        self._say(200, {"laporan": some, "sampai": str(until), "masih_ada": until < len(self.server.reports)})

    def _take(self, key: str, told: dict) -> None:
        name = self.headers.get("Idempotency-Key", "")
        if (
            not name
            or set(told) != PARTS
            or told["status"] not in STATES
            or not isinstance(told["urutan"], int)
        ):
            return self._say(422, {"galat": "tidak sesuai"})
        if name in self.server.updates:
            return self._say(409, {})
        self.server.updates[name] = key, told
        return self._say(201, {})

    def _is_let_in(self) -> bool:
        moods = {"away": 500, "elsewhere": 302}
        if self.server.mood == "slow":
            Event().wait(2)
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            self._say(401, {"galat": "kunci"})
        elif self.server.mood in moods:
            self._say(moods[self.server.mood], {"galat": "Wawan Rahasia"})
        elif self.server.mood == "garbled":
            self.send(200, b'{"laporan": [')
        elif self.server.mood == "huge":
            self.send(200, b" " * (21 << 20))
        else:
            return True
        return False

    def _say(self, status: int, told: object) -> None:
        headers = {"Location": "/v1/lain"} if status == 302 else {}
        self.send(status, json.dumps(told).encode(), **headers)


def serving() -> AbstractContextManager[Lapor]:
    return served(Lapor())


if __name__ == "__main__":
    one = Lapor()
    one.reports = [report("L-1"), report("L-2", anonim=True)]
    one.reporters = {"L-1": {"nama": "Wawan Misal", "kontak": "wawan@example.test", "lokasi": ""}}
    print(f"ABDI_LAPOR_URL={one.url} ABDI_LAPOR_KEY={KEY}; Ctrl+C to end")
    one.serve_forever()
