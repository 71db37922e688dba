"""Somebody else's client reads our running server: PyPI `georeport`, which knows nothing of us."""

import pytest
from georeport import GeoReport
from requests import HTTPError


@pytest.fixture
def server(site):
    site.call("tests.api.open311.town:open_town")
    return f"{site.url}/open311/v2"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "xml"])
def test_georeport_reads_our_server(server, form):
    city = GeoReport(server, output_format=form)
    services = {one["service_code"]: one for one in city.get_service_list()}
    assert {"001", "lampu"} <= set(services)
    assert services["001"]["service_name"] == "Jalan berlubang"
    assert city.get_service_definition("001")["service_code"] == "001"
    requests = city.get_service_requests(service_code="001", status="open")
    assert {one["status"] for one in requests} == {"open"}
    assert len(requests) >= 2
    number = requests[0]["service_request_id"]
    one = city.get_service_request(number)
    assert (one["service_request_id"], one["service_code"]) == (number, "001")
    assert float(one["lat"]) == -7.25
    assert city.get_service_request(number) == one
    with pytest.raises(HTTPError, match="404"):
        city.get_service_request("ADU-AAAAAA")
