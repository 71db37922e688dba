"""What each document of GeoReport v2 holds, in the order of the specification.

A document is a root name and its content: a dict where the root is a record, a list where it holds many of one
kind (the "Spark" convention: in JSON such a root and its items lose their names). Absent fields stay absent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

LONGEST_DESCRIPTION = 4000  # characters
Content = Any  # dict[str, …] of a record, list of Many, str | bool | int | float | None of a Value


class Value(Enum):
    """How the text of an element is understood. A code is TEXT, so that 001 stays 001."""

    TEXT = "text"
    FLAG = "flag"  # true or false
    WHOLE = "whole"
    NUMBER = "number"


@dataclass(frozen=True)
class Record:
    fields: Mapping[str, "Shape"]


@dataclass(frozen=True)
class Many:
    """A container of repeated children called `item`."""

    item: str
    of: "Shape"


Shape = Value | Record | Many


def _texts(names: str) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), Value.TEXT)


_ENDPOINT = Record(_texts("specification url changeset type") | {"formats": Many("format", Value.TEXT)})
_SERVICE = Record(
    _texts("service_code service_name description") | {"metadata": Value.FLAG} | _texts("type keywords group")
)
_ATTRIBUTE = Record(
    {"variable": Value.FLAG}
    | _texts("code datatype")
    | {"required": Value.FLAG, "datatype_description": Value.TEXT, "order": Value.WHOLE}
    | {"description": Value.TEXT, "values": Many("value", Record(_texts("key name")))}
)
_REQUEST = Record(
    _texts("service_request_id token status status_notes service_name service_code description")
    | _texts("agency_responsible service_notice account_id requested_datetime updated_datetime")
    | _texts("expected_datetime address address_id zipcode")
    | {"lat": Value.NUMBER, "long": Value.NUMBER, "media_url": Value.TEXT}
)
_ERROR = Record({"code": Value.WHOLE, "description": Value.TEXT})
_UPDATE = Record(_texts("update_id service_request_id status updated_datetime description"))

ERRORS = "errors"
ROOTS: dict[str, Record | Many] = {
    "discovery": Record(
        _texts("changeset contact key_service") | {"endpoints": Many("endpoint", _ENDPOINT)},
    ),
    "services": Many("service", _SERVICE),
    "service_definition": Record({"service_code": Value.TEXT, "attributes": Many("attribute", _ATTRIBUTE)}),
    "service_requests": Many("request", _REQUEST),
    ERRORS: Many("error", _ERROR),
    # no part of GeoReport v2: the updates of a request, as FixMyStreet's servers tell them
    "service_request_updates": Many("request_update", _UPDATE),
}
