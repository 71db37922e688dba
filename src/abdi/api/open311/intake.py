"""A report that comes in by Open311: its fields, checked before a complaint is made of them."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest, QueryDict
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from abdi.api.filing import key_shown, named_submission
from abdi.api.open311.catalogue import category_of
from abdi.api.open311.refusals import Refused
from abdi.api.questions import answered, in_words
from abdi.platform.accounts.models import public_user
from abdi.platform.georeport.shapes import LONGEST_DESCRIPTION
from abdi.platform.keys.enums import KeyScope
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel, Kind
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.policies import LONGEST_SHORT
from abdi.voice.complaints.types import Place, Reporter

LONGEST_LINK = 2000
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
_ATTRIBUTE = re.compile(r"attribute\[([^\[\]]+)\](?:\[\])?")


def filed(request: HttpRequest) -> Complaint:
    """Raises Refused (403 for a key that opens nothing, 404, 400) and whatever the complaint itself refuses.

    GeoReport v2 has no field in which somebody chooses who may know him, so the office that handles it never does:
    every report is anonymous.
    """
    key = key_shown(request.POST.get("api_key", ""), KeyScope.OPEN311)
    if key is None:
        raise Refused(403, _("api_key tidak dikenal, sudah dicabut, atau tidak untuk mengirim aduan."))
    if request.content_type not in FORMS:
        raise Refused(400, _("Kirim sebagai application/x-www-form-urlencoded."))
    given = request.POST
    category = category_of(_required(given, "service_code"))
    answers = answered(category, _attributes(given))
    photos: list[Any] = request.FILES.getlist("media")
    return file_complaint(
        actor=public_user(),
        kind=Kind.PENGADUAN,
        category=category,
        text=_description(given) or "\n".join(filter(None, (category.name, in_words(category, answers)))),
        place=_place(given),
        photos=photos,
        identity=_reporter(given),
        is_anonymous=True,
        channel=Channel.OPEN311,
        attrs={"atribut": answers, "tautan": _link(given), "kunci": str(key.uid)},
        submission=named_submission(request, key),
    )


def _required(given: QueryDict, name: str) -> str:
    text = given.get(name, "").strip()
    if not text:
        raise Refused(400, _("%s: wajib diisi.") % name)
    return text


def _description(given: QueryDict) -> str:
    text = strip_tags(given.get("description", "")).strip()
    if len(text) > LONGEST_DESCRIPTION:
        raise Refused(400, _("description: paling panjang %d huruf.") % LONGEST_DESCRIPTION)
    return text


def _place(given: QueryDict) -> Place:
    """lat and long, or address_string. An address_id is a number of somebody else's book, so it cannot stand alone."""
    lat, lon = _degrees(given, "lat", 90), _degrees(given, "long", 180)
    address = strip_tags(given.get("address_string", "")).strip()
    if (lat is None) != (lon is None):
        raise Refused(400, _("lat dan long: isi keduanya."))
    if lat is None and not address:
        raise Refused(400, _("Tempat kejadian wajib: isi lat dan long, atau address_string."))
    if len(address) > LONGEST_SHORT:
        raise Refused(400, _("address_string: paling panjang %d huruf.") % LONGEST_SHORT)
    return Place(lat=lat, lon=lon, address=address)


def _degrees(given: QueryDict, name: str, most: int) -> float | None:
    text = given.get(name, "").strip()
    if not text:
        return None
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if not -most <= degrees <= most:
        raise Refused(
            400, _("%(name)s: bilangan antara -%(most)d dan %(most)d.") % {"name": name, "most": most}
        )
    return degrees


def _attributes(given: QueryDict) -> dict[str, list[str]]:
    """attribute[CODE]=v and attribute[CODE][]=v, as often as they come."""
    found: dict[str, list[str]] = {}
    for name in given:
        if match := _ATTRIBUTE.fullmatch(name):
            found.setdefault(match[1], []).extend(given.getlist(name))
    return found


def _reporter(given: QueryDict) -> Reporter | None:
    """What identifies a machine or an account (device_id, account_id) is not asked for, so it is not kept."""
    name = " ".join(filter(None, (given.get("first_name", "").strip(), given.get("last_name", "").strip())))
    contact = ", ".join(filter(None, (given.get("email", "").strip(), given.get("phone", "").strip())))
    return Reporter(name=name[:200], contact=contact[:200]) if name or contact else None


def _link(given: QueryDict) -> str:
    """An address of a picture elsewhere: kept as words for the office, never fetched from here."""
    link = given.get("media_url", "").strip()
    try:
        if link:
            URLValidator(schemes=["http", "https"])(link)
    except ValidationError:
        raise Refused(400, _("media_url: bukan alamat http atau https.")) from None
    if len(link) > LONGEST_LINK:
        raise Refused(400, _("media_url: paling panjang %d huruf.") % LONGEST_LINK)
    return link


def with_what_came(complaint: Complaint) -> dict[str, Any]:
    """The token is the code by which the reporter follows his complaint; its number comes with verification."""
    notice = _("Ikuti dengan kode %s. Nomor laporan terbit setelah diverifikasi.") % complaint.code
    return {"token": complaint.code, "service_notice": notice}
