"""Open311 GeoReport v2, line by line: each test has the name of one line of the checklist."""

import json
from datetime import datetime, timedelta
from urllib.parse import quote_plus

import pytest
from django.utils import timezone

from abdi.platform.georeport.reading import read
from abdi.voice.complaints.models import Complaint
from tests.api.open311.conftest import LATITUDE, LONGITUDE

BASE = "/open311/v2"
POTHOLE = {"service_code": "001", "lat": str(LATITUDE), "long": str(LONGITUDE), "attribute[LEBAR]": "kecil",
           "description": "Lubang besar di depan pasar"}  # fmt: skip
ROOTS = {
    "discovery": "discovery",
    "services": "services",
    "services/001": "service_definition",
    "requests": "service_requests",
}


@pytest.fixture
def ask(client, city):
    """GET as JSON: the content, or what was refused."""

    def get(path: str, form: str = "json", expect: int = 200, **arguments):
        answer = client.get(f"{BASE}/{path}.{form}", arguments)
        assert answer.status_code == expect, answer.content
        return answer if form == "xml" else json.loads(answer.content)

    return get


@pytest.fixture
def send(client, city):
    """POST of a form: (status, content)."""

    def post(form: str = "json", expect: int = 200, *, key: str | None = None, headers=None, **given):
        fields = {"api_key": city.token if key is None else key} | given
        body = "&".join(_pairs(fields))
        answer = client.post(
            f"{BASE}/requests.{form}", body, content_type="application/x-www-form-urlencoded; charset=utf-8",
            headers=headers or {},
        )  # fmt: skip
        assert answer.status_code == expect, answer.content
        return json.loads(answer.content) if form == "json" else answer

    return post


def _pairs(fields):
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            yield f"{quote_plus(name)}={quote_plus(one)}"


def describe(errors):
    assert [set(one) for one in errors] == [{"code", "description"}] * len(errors)
    return " ".join(one["description"] for one in errors)


@pytest.mark.parametrize("path", ROOTS)
def test_root_names_and_array_shapes_in_both_formats(ask, city, path):
    city.publish()
    told = ask(path)
    assert isinstance(told, dict if ROOTS[path] in {"discovery", "service_definition"} else list)
    assert ask(path, "xml").content.decode().split("\n")[1].startswith(f"<{ROOTS[path]}>")


@pytest.mark.parametrize("path", ROOTS)
def test_xml_and_json_are_equivalent(ask, city, path):
    city.publish()
    assert read(ask(path, "xml").content, ROOTS[path]) == ask(path)


def test_every_service_with_metadata_has_a_definition_with_values_and_unique_order(ask):
    services = ask("services")
    assert {one["service_code"]: one["metadata"] for one in services} == {"001": True, "lampu": False}
    for service in services:
        defined = ask(f"services/{service['service_code']}")
        attributes = defined["attributes"]
        assert defined["service_code"] == service["service_code"]
        assert bool(attributes) == service["metadata"]
        orders = [one["order"] for one in attributes]
        assert len(set(orders)) == len(orders)
        assert all(order > 0 for order in orders)
        assert all(one["values"] for one in attributes if one["datatype"].endswith("valuelist"))


def test_post_without_a_key_is_403(send):
    for key in ("", "x" * 43):
        assert "api_key" in describe(send(expect=403, key=key, **POTHOLE))
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"lat": "", "long": "", "address_string": "  "},
        {"lat": "-7.2"},
        {"long": "112.7"},
        {"lat": "91", "long": "0"},
        {"lat": "nan", "long": "0"},
        {"lat": "di sini", "long": "0"},
        {"address_id": "545483"},
    ],
)
def test_post_without_a_location_is_400(send, place):
    report = {name: value for name, value in POTHOLE.items() if name not in {"lat", "long"}}
    describe(send(expect=400, **report | place))
    assert not Complaint.objects.exists()


def test_post_of_an_unknown_code_is_404(send):
    assert "service_code" in describe(send(expect=404, **POTHOLE | {"service_code": "1"}))
    assert "service_code" in describe(send(expect=400, **POTHOLE | {"service_code": ""}))


def test_a_missing_required_attribute_is_400_and_named(send):
    report = {name: value for name, value in POTHOLE.items() if name != "attribute[LEBAR]"}
    assert "attribute[LEBAR]" in describe(send(expect=400, **report))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"attribute[LEBAR]": "raksasa"}, "attribute[LEBAR]"),
        ({"attribute[LEBAR]": ["kecil", "besar"]}, "attribute[LEBAR]"),
        ({"attribute[BAHAYA][]": ["motor", "apa"]}, "attribute[BAHAYA]"),
        ({"attribute[SEJAK]": "kemarin"}, "attribute[SEJAK]"),
        ({"attribute[LAIN]": "x"}, "attribute[LAIN]"),
        ({"attribute[INFO]": "x"}, "attribute[INFO]"),
    ],
)
def test_an_attribute_that_cannot_be_is_400_and_named(send, given, named):
    assert named in describe(send(expect=400, **POTHOLE | given))


def test_attributes_are_kept_several_where_several_may_be(send):
    send(
        **POTHOLE
        | {"attribute[BAHAYA][]": ["motor", "banjir"], "attribute[SEJAK]": "2026-07-01T00:00:00+07:00"}
    )
    assert Complaint.objects.get().attrs["atribut"] == {
        "BAHAYA": ["motor", "banjir"],
        "LEBAR": "kecil",
        "SEJAK": "2026-07-01T00:00:00+07:00",
    }


def test_post_answers_an_id_xor_a_token(send, ask, city):
    (told,) = send(**POTHOLE)
    assert ("service_request_id" in told) != ("token" in told)
    complaint = Complaint.objects.get()
    assert ask(f"tokens/{told['token']}") == [{"service_request_id": None, "token": told["token"]}]
    city.verify(complaint)
    assert ask(f"tokens/{told['token']}")[0]["service_request_id"] == complaint.number
    assert ask(f"requests/{complaint.number}")[0]["service_request_id"] == complaint.number


def test_an_unknown_token_is_404(ask):
    assert "token" in describe(ask("tokens/AAAAAAAAAA", expect=404))


def test_an_unknown_request_is_404_and_a_known_one_stands_in_an_array(ask, city):
    describe(ask("requests/ADU-AAAAAA", expect=404))
    complaint = city.publish()
    assert [one["service_request_id"] for one in ask(f"requests/{complaint.number}")] == [complaint.number]


def test_an_unknown_service_or_jurisdiction_is_404(ask, client):
    describe(ask("services/000", expect=404))
    assert "jurisdiction_id" in describe(ask("services", expect=404, jurisdiction_id="lain.go.id"))
    assert ask("services", jurisdiction_id="kab-contoh") == ask("services", jurisdiction_id="")
    assert client.get(f"{BASE}/services.html").status_code == 404


def test_a_span_of_91_days_is_400_and_of_90_is_not(ask):
    start = datetime(2026, 1, 1, tzinfo=timezone.get_default_timezone())
    ask("requests", start_date=start.isoformat(), end_date=(start + timedelta(days=90)).isoformat())
    over = {"start_date": start.isoformat(), "end_date": (start + timedelta(days=91)).isoformat()}
    assert "90" in describe(ask("requests", expect=400, **over))
    assert "end_date" in describe(
        ask("requests", expect=400, start_date=over["end_date"], end_date=over["start_date"])
    )


def test_the_last_90_days_are_meant_where_nothing_is_said(ask, city):
    old, new = city.publish(ago=timedelta(days=100)), city.publish(ago=timedelta(days=80))
    assert [one["service_request_id"] for one in ask("requests")] == [new.number]
    start = (old.received_at - timedelta(days=1)).isoformat()
    assert [one["service_request_id"] for one in ask("requests", start_date=start)] == [
        new.number,
        old.number,
    ]
    end = (old.received_at + timedelta(days=1)).isoformat()
    assert [one["service_request_id"] for one in ask("requests", end_date=end)] == [old.number]


@pytest.mark.parametrize(
    "text", ["kemarin", "2026-07-01", "2026-07-01T00:00:00", "2026-13-01T00:00:00Z", "9" * 400]
)
def test_a_date_without_its_offset_is_400(ask, text):
    assert "start_date" in describe(ask("requests", expect=400, start_date=text))


def test_status_filters(ask, city):
    opened, closed = city.publish(), city.publish()
    Complaint.objects.filter(pk=closed.pk).update(status="selesai", closed_at=timezone.now())
    assert numbers(ask("requests", status="open")) == {opened.number}
    assert numbers(ask("requests", status="closed")) == {closed.number}
    both = {opened.number, closed.number}
    assert numbers(ask("requests", status="open,closed")) == both
    assert numbers(ask("requests", status="")) == both
    assert "status" in describe(ask("requests", expect=400, status="half"))


def test_a_list_of_codes_filters(ask, city):
    hole, lamp = city.publish(), city.publish(category=city.lamps)
    assert numbers(ask("requests", service_code="001")) == {hole.number}
    assert numbers(ask("requests", service_code="1")) == set()
    assert numbers(ask("requests", service_code="001,lampu")) == {hole.number, lamp.number}


def test_comma_ids_override_everything_else(ask, city):
    old, new = city.publish(ago=timedelta(days=200)), city.publish()
    ids = f"{old.number},{new.number},ADU-AAAAAA"
    assert numbers(ask("requests", service_request_id=ids, status="closed")) == {old.number, new.number}


def numbers(told):
    return {one["service_request_id"] for one in told}


def test_dates_carry_their_offset_and_the_closing_is_the_last_update(ask, city):
    complaint = city.publish()
    (told,) = ask("requests")
    for name in ("requested_datetime", "updated_datetime", "expected_datetime"):
        assert datetime.fromisoformat(told[name]).utcoffset() == timedelta(hours=7)
    complaint.refresh_from_db()
    assert datetime.fromisoformat(told["expected_datetime"]).date() == complaint.answer_due
    closed = timezone.now().replace(microsecond=0)
    Complaint.objects.filter(pk=complaint.pk).update(status="selesai", closed_at=closed)
    assert datetime.fromisoformat(ask("requests")[0]["updated_datetime"]) == closed


def test_leading_zeros_are_kept(ask, city):
    city.publish()
    assert ask("requests")[0]["service_code"] == "001"
    assert ask("services")[0]["service_code"] == "001"


@pytest.mark.parametrize("form", ["xml", "json"])
def test_the_charset_is_in_the_header(client, city, form):
    kind = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}[form]
    for path in (*ROOTS, "services/000", "tokens/AAAAAAAAAA"):
        assert client.get(f"{BASE}/{path}.{form}").headers["Content-Type"] == kind


def test_a_description_of_4000_letters_is_taken_and_4001_are_not(send):
    send(**POTHOLE | {"description": "a" * 4000})
    assert "description" in describe(send(expect=400, **POTHOLE | {"description": "a" * 4001}))


def test_html_is_stripped(send, ask, city):
    send(
        **POTHOLE
        | {"description": "<b>Lubang</b><script>alert(1)</script> besar", "address_string": "<i>Pasar</i>"}
    )
    complaint = Complaint.objects.get()
    city.verify(complaint)
    (told,) = ask("requests")
    assert "<" not in told["description"] + told["address"]
    assert told["description"].startswith("Lubang")


def test_an_empty_argument_is_as_good_as_none(ask, send, city):
    city.publish()
    blank = dict.fromkeys(("service_code", "start_date", "end_date", "status", "service_request_id"), "")
    assert ask("requests", **blank) == ask("requests")
    send(**POTHOLE | dict.fromkeys(("email", "phone", "first_name", "media_url", "attribute[SEJAK]"), ""))


def test_discovery_ends_in_its_form_and_its_changeset_is_past(ask, client):
    told = ask("discovery")
    (endpoint,) = told["endpoints"]
    for changeset in (told["changeset"], endpoint["changeset"]):
        assert datetime.fromisoformat(changeset) < timezone.now()
    assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
    assert (endpoint["type"], endpoint["formats"]) == ("test", ["text/xml", "application/json"])
    assert client.get(endpoint["url"].removeprefix("http://testserver") + "/services.xml").status_code == 200
    assert all(told[name] for name in ("contact", "key_service"))
    assert client.get(f"{BASE}/").headers["Location"] == f"{BASE}/discovery.xml"


def test_a_thousand_requests_at_most(ask, city, monkeypatch):
    monkeypatch.setattr("abdi.api.open311.asking.MOST", 2)
    for _ in range(3):
        city.publish()
    assert len(ask("requests")) == 2
    assert "service_request_id" in describe(ask("requests", expect=400, service_request_id="a,b,c"))


def test_what_is_read_may_be_read_by_any_page(ask, client):
    assert ask("services", "xml").headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(f"{BASE}/requests.json")
    assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    assert client.delete(f"{BASE}/requests.json").status_code == 405
