"""XML and JSON say the same, nothing is lost between writing and reading, and what real servers said is understood."""

import json

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from abdi.platform.errors import InputRefused
from abdi.platform.georeport.reading import ServerRefused, read
from abdi.platform.georeport.shapes import ROOTS, Many, Record, Value
from abdi.platform.georeport.writing import WrongShape, clean, written
from tests.data import shared

VALUES = {
    Value.TEXT: st.none() | st.text(max_size=30),
    Value.FLAG: st.booleans(),
    Value.WHOLE: st.none() | st.integers(-(10**9), 10**9),
    Value.NUMBER: st.none() | st.floats(-180, 180),
}


def contents(shape):
    if isinstance(shape, Many):
        return st.lists(contents(shape.of), max_size=3)
    if isinstance(shape, Record):
        return st.fixed_dictionaries({}, optional={name: contents(of) for name, of in shape.fields.items()})
    return VALUES[shape]


def cleaned(content):
    if isinstance(content, dict):
        return {name: cleaned(one) for name, one in content.items()}
    if isinstance(content, list):
        return [cleaned(one) for one in content]
    return clean(content) if isinstance(content, str) else content


@pytest.mark.parametrize("root", ROOTS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_xml_and_json_say_the_same(root, data):
    content = data.draw(contents(ROOTS[root]))
    xml, told = written(root, content, "xml"), written(root, content, "json")
    expected = cleaned(content)
    assert json.loads(told) == expected
    assert read(xml, root) == expected
    is_error = (
        root != "errors"
        and isinstance(expected, list)
        and expected
        and all(set(one) == {"code", "description"} for one in expected if isinstance(one, dict))
    )
    if not is_error:
        assert read(told, root) == expected
    assert written(root, read(xml, root), "xml") == xml


def test_the_form_of_the_xml():
    xml = written("services", [{"service_code": "001", "description": "a < b & c", "metadata": True}], "xml")
    assert xml.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    tree = ElementTree.fromstring(xml)
    assert (tree.tag, tree.attrib, [one.tag for one in tree]) == ("services", {}, ["service"])
    assert [one.text for one in tree[0]] == ["001", "a < b & c", "true"]


@pytest.mark.parametrize(
    ("root", "content"),
    [
        ("services", {}),
        ("services", [{"nip": "1"}]),
        ("services", [{"metadata": "true"}]),
        ("services", [{"service_code": 1}]),
        ("service_requests", [{"lat": float("nan")}]),
        ("service_requests", [{"lat": True}]),
        ("errors", [{"code": "403"}]),
    ],
)
def test_what_no_document_may_hold_is_a_defect(root, content):
    with pytest.raises(WrongShape):
        written(root, content, "xml")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "bukan JSON"),
        (b"<services>", "bukan XML"),
        (b"[" * 100_000, "bukan JSON"),
        (b"<html><body/></html>", "akarnya"),
        (b'{"a": 1}', "daftar"),
        (b"[1]", "memuat unsur"),
        (b'[{"service_code": {}}]', "satu nilai"),
        (b'[{"metadata": "maybe"}]', "maybe"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><services/>', "DTD"),
        (b"<services>\xff</services>", "bukan XML"),
        (b'[{"service_code": "' + b"x" * (21 << 20) + b'"}]', "20 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(body, said):
    with pytest.raises(InputRefused, match=said):
        read(body, "services")


REAL = {
    "node_boston-submitrequest-token.xml": ("service_requests", 1, {"token": "503fc045901932078800163c"}),
    "node_dc-services.xml": ("services", None, {"service_code": "CSRREPIS", "metadata": True}),
    "node_service-request.xml": ("service_requests", 1, {"service_code": "006", "lat": 37.762221815}),
    "node_service-requests.xml": ("service_requests", 2, {"status": "closed", "description": None}),
    "node_token.xml": ("service_requests", 1, {"service_request_id": "638344", "token": "12345"}),
    "requests_many.xml": ("service_requests", 2, {"updated_datetime": None, "long": -79.272306875}),
    "requests_single.xml": ("service_requests", 1, {"agency_responsible": "311 Toronto"}),
    "service_list.json": ("services", 3, {"service_code": "001", "metadata": True}),
    "service_requests.json": ("service_requests", 2, {"lat": 41.858724777757864}),
    "services_giessen.xml": ("services", 8, {"service_code": "015", "keywords": None}),
}


@pytest.mark.parametrize("name", REAL)
def test_a_real_server_s_list_is_what_ours_would_say(name):
    root, count, first = REAL[name]
    body = shared(f"open311/{name}").read_bytes()
    content = read(body, root)
    assert count in (None, len(content))
    assert first.items() <= content[0].items()
    assert_same_shape(name, body, root, content)


def assert_same_shape(name, body, root, content):
    """Written by us in the same form, it has the same roots, items and fields as the server's own."""
    if name.endswith(".json"):
        theirs, ours = json.loads(body), json.loads(written(root, content, "json"))
        assert [set(one) for one in theirs] == [set(one) for one in ours]
        assert theirs == ours
        return
    assert structure(ElementTree.fromstring(body)) == structure(
        ElementTree.fromstring(written(root, content, "xml"))
    )


def structure(element):
    """Names, fields and text, whatever the order of the fields: servers differ in it."""
    children = [structure(one) for one in element]
    text = "" if children else (element.text or "").strip()
    number = float(text) if element.tag in {"lat", "long"} and text else text
    return element.tag, number, sorted(children, key=lambda one: one[0])


def test_a_real_server_s_definition_is_what_ours_would_say():
    body = shared("open311/node_dc-services-S0301.xml").read_bytes()
    content = read(body, "service_definition")
    assert content["service_code"] == "S0301"
    lists = [one for one in content["attributes"] if one["datatype"].endswith("list")]
    assert lists
    assert all(one["values"] for one in lists)
    assert len({one["order"] for one in content["attributes"]}) == len(content["attributes"])
    assert_same_shape("xml", body, "service_definition", content)


def test_a_real_server_s_discovery_is_what_ours_would_say():
    xml = shared("open311/node_discovery-dc.xml").read_bytes()
    assert_same_shape("xml", xml, "discovery", read(xml, "discovery"))
    told = shared("open311/node_discovery-boston.json").read_bytes()
    assert json.loads(written("discovery", read(told, "discovery"), "json")) == json.loads(told)


def test_a_real_server_s_error_is_told_as_its_refusal():
    body = shared("open311/node_boston-err-submitrequest-base_is_duplicate.xml").read_bytes()
    with pytest.raises(ServerRefused, match="base is a duplicate") as refused:
        read(body, "service_requests")
    assert refused.value.errors == [
        {"code": 400, "description": "Invalid service request: base is a duplicate."}
    ]
    assert_same_shape("xml", body, "errors", read(body, "errors"))


def test_the_tabular_package_names_fields_of_ours():
    package = json.loads(shared("open311/open311_georeport_tabular.json").read_text())
    keys = {one["name"]: one["schema"]["primaryKey"] for one in package["resources"]}
    assert keys["services"] in ROOTS["services"].of.fields
    assert keys["service_requests"] in ROOTS["service_requests"].of.fields
    assert keys["service_definition_attributes"] in ROOTS["service_definition"].fields["attributes"].of.fields
