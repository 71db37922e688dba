"""Letters to citizens: the code that signs in, and what became of what they said."""

from collections.abc import Iterable

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from abdi.platform.citizens.models import Citizen, SignInCode
from abdi.platform.outbox.handlers import Delivery, handles
from abdi.platform.outbox.letters import letter
from abdi.platform.outbox.queue import enqueue
from abdi.platform.verification.codes import public_origin

CODE, NEWS = "citizens.code", "citizens.news"


def tell_citizens(
    citizens: Iterable[Citizen], *, title: str | Promise, body: str | Promise, url: str, key: str
) -> None:
    """A letter to each who wants any, once for `key`, in his language. `title` and `body` name no person."""
    for citizen in citizens:
        if not (citizen.email and citizen.wants_letters):
            continue
        with translation.override(citizen.language):
            told = {"citizen": citizen.pk, "title": str(title), "body": str(body), "url": url}
        enqueue(topic=NEWS, key=f"{citizen.uid}:{key}", payload=told)


@handles(NEWS)
def send_news(delivery: Delivery) -> None:
    told = delivery.payload
    citizen = Citizen.objects.filter(pk=told["citizen"], wants_letters=True).exclude(email="").first()
    if citizen is None:
        return
    with translation.override(citizen.language):
        stop = _("Atur atau hentikan kabar: %s") % f"{public_origin()}/warga/"
        parts = told["title"], told["body"], public_origin() + told["url"], stop
        letter(delivery, to=citizen.email, title=told["title"], parts=parts).send()


@handles(CODE)
def send_code(delivery: Delivery) -> None:
    """The code stands in the body: subjects show on locked screens."""
    code = SignInCode.objects.filter(pk=delivery.payload["code"], used_at=None).first()
    if code is None:
        return
    with translation.override(code.language):
        letter(delivery, to=code.email, title=_("Masuk sebagai warga"), parts=[_words(code)]).send()


def _words(code: SignInCode) -> str:
    if not code.code:
        return _(
            "Alamat ini milik akun pegawai. Pegawai bersuara sebagai pegawai; "
            "untuk urusan pribadi, pakai alamat surel pribadi Anda."
        )
    return (
        _(
            "Kode Anda: %s\n\nBerlaku 10 menit dan hanya sekali. "
            "Bila bukan Anda yang memintanya, abaikan surel ini; tanpa kode tidak ada yang dapat masuk."
        )
        % f"{code.code[:3]} {code.code[3:]}"
    )
