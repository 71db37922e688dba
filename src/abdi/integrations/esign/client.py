"""BSrE's client service: the contract its published clients follow.

`POST /api/sign/pdf` (multipart, Basic auth: file, nik, passphrase, tampilan) answers the signed PDF with the header
`id_dokumen`; some deployments answer without the file, which is then fetched from `/api/sign/download/{id}`.
"""

from typing import Any

import requests
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.verification.signing import Order, Signed

PDF = b"%PDF-"
_AWAY = "Layanan tanda tangan elektronik {what}; dokumen tetap tersimpan, coba lagi beberapa saat lagi."


@sensitive_variables("order", "form")
def sign(order: Order) -> Signed:
    """Invisible signature: the sheet already shows where it can be checked."""
    form = {"nik": order.nik, "passphrase": order.passphrase, "tampilan": "invisible"}
    answer = _ask(
        "POST", "/api/sign/pdf", data=form, files={"file": (order.name, order.pdf, "application/pdf")}
    )
    reference = answer.headers.get("id_dokumen", "")
    if answer.content.startswith(PDF):
        return Signed(answer.content, reference)
    if reference:  # it is signed: asking again would make a second signature
        return Signed(_fetched(reference), reference)
    raise _refusal(answer)


def _fetched(reference: str) -> bytes:
    answer = _ask("GET", f"/api/sign/download/{reference}")
    if not answer.content.startswith(PDF):
        raise _refusal(answer)
    return bytes(answer.content)


@sensitive_variables("given")
def _ask(method: str, path: str, **given: Any) -> requests.Response:
    try:
        return requests.request(
            method,
            settings.ESIGN_URL + path,
            auth=(settings.ESIGN_USER, settings.ESIGN_PASSWORD),
            timeout=settings.ESIGN_TIMEOUT,
            allow_redirects=False,
            **given,
        )
    except requests.Timeout:
        raise PolicyRefused(_AWAY.format(what="tidak menjawab pada waktunya")) from None
    except requests.RequestException:
        raise PolicyRefused(_AWAY.format(what="tidak dapat dihubungi")) from None


def _refusal(answer: requests.Response) -> PolicyRefused | InputRefused:
    """What the service says, beside the field it speaks of; its own trouble is nobody's mistake here."""
    if answer.status_code >= 500 or answer.status_code in {401, 403, 404}:
        return PolicyRefused(_AWAY.format(what=f"sedang terganggu (HTTP {answer.status_code})"))
    said = _said(answer)
    field = "passphrase" if "passphrase" in said.lower() else "nik"
    return InputRefused(f"Layanan tanda tangan menolak: {said}", field=field)


def _said(answer: requests.Response) -> str:
    """`error` or `message`, whichever a deployment uses, as one short line."""
    try:
        told = answer.json()
    except requests.JSONDecodeError:
        told = None
    words = (told.get("error") or told.get("message")) if isinstance(told, dict) else None
    return " ".join(str(words or f"HTTP {answer.status_code}").split())[:200]
