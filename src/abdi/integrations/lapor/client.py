"""The contract over HTTP: JSON, a bearer key, and a key for every update so that a retry changes nothing."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import requests
from django.conf import settings
from django.utils.translation import gettext as _

from abdi.integrations.lapor import reading
from abdi.integrations.lapor.contract import Page, Report, Update
from abdi.platform.errors import DomainError, InputRefused, PolicyRefused
from abdi.voice.complaints.types import Reporter

AT_ONCE = 100  # reports of one page
LONGEST = 20 << 20  # bytes of one answer: a page of long reports is a few MB
DONE_ALREADY = 409  # this key was taken before


def is_connected() -> bool:
    return bool(settings.LAPOR_URL and settings.LAPOR_KEY)


class HttpDesk:
    """`Desk` as `settings.LAPOR_URL` and `LAPOR_KEY` name it."""

    def fetch(self, cursor: str) -> Page:
        return reading.page(self._told("/v1/laporan", {"sesudah": cursor, "paling_banyak": AT_ONCE}))

    def fetch_one(self, key: str) -> Report:
        return reading.report(self._told(f"/v1/laporan/{quote(key, safe='')}"))

    def reporter_of(self, key: str) -> Reporter:
        return reading.reporter(self._told(f"/v1/laporan/{quote(key, safe='')}/pelapor"))

    def send(self, update: Update) -> None:
        body = {
            "urutan": update.number,
            "status": update.status,
            "isi": update.text,
            "waktu": update.at.isoformat(timespec="seconds"),
        }
        path = f"/v1/laporan/{quote(update.report, safe='')}/tindak-lanjut"
        status, _said = _asked("POST", path, json=body, headers={"Idempotency-Key": update.key})
        if status not in {200, 201, DONE_ALREADY}:
            raise _refusal(status)

    def _told(self, path: str, arguments: Mapping[str, Any] | None = None) -> Any:
        status, body = _asked("GET", path, params=arguments)
        if status != 200:
            raise _refusal(status)
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise InputRefused(_("Jawaban LAPOR bukan JSON yang utuh; coba lagi nanti.")) from None


def _asked(
    method: str, path: str, *, headers: Mapping[str, str] | None = None, **given: Any
) -> tuple[int, bytes]:
    """Status and body. A redirect is not followed: the key is for this address alone."""
    if not is_connected():
        raise PolicyRefused(_("LAPOR belum disambungkan; isi ABDI_LAPOR_URL dan ABDI_LAPOR_KEY."))
    try:
        with requests.request(
            method,
            settings.LAPOR_URL + path,
            headers={"Authorization": f"Bearer {settings.LAPOR_KEY}", **(headers or {})},
            timeout=settings.LAPOR_TIMEOUT,
            allow_redirects=False,
            stream=True,
            **given,
        ) as answer:
            return answer.status_code, _body(answer)
    except requests.Timeout:
        raise PolicyRefused(_("LAPOR tidak menjawab pada waktunya; dicoba lagi nanti.")) from None
    except requests.RequestException:
        raise PolicyRefused(_("LAPOR tidak dapat dihubungi; dicoba lagi nanti.")) from None


def _body(answer: requests.Response) -> bytes:
    body = bytearray()
    for chunk in answer.iter_content(1 << 16):
        body += chunk
        if len(body) > LONGEST:
            raise InputRefused(_("Jawaban LAPOR lebih dari %d MB; tidak dibaca.") % (LONGEST >> 20))
    return bytes(body)


def _refusal(status: int) -> DomainError:
    """PolicyRefused where it may go better later, InputRefused where it will not.

    What it says is never repeated: it may hold what a reporter wrote.
    """
    if status in {401, 403}:
        return PolicyRefused(_("LAPOR menolak kunci instalasi ini; periksa ABDI_LAPOR_KEY."))
    if status == 404:
        return InputRefused(_("LAPOR tidak mengenal laporan itu (HTTP 404)."))
    return PolicyRefused(_("LAPOR sedang terganggu (HTTP %d); dicoba lagi nanti.") % status)
