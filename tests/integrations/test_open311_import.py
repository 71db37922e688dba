"""What real Open311 servers said comes in as complaints, and what cannot be one is named."""

import json

import pytest

from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.complaints.models import Complaint
from tests.data import shared
from tests.integrations.conftest import Refused

HERE = ["--instansi", "kab-contoh", "--sumber", "kota-lain"]
REAL = {
    "node_service-request.xml": {"closed": 1},
    "node_service-requests.xml": {"closed": 1, "open": 1},
    "requests_many.xml": {"open": 2},
    "requests_single.xml": {"open": 1},
    "service_requests.json": {"open": 2},
}


@pytest.mark.parametrize("name", REAL)
def test_requests_of_a_real_server_come_in_once(run_import, name):
    told = run_import("open311", shared(f"open311/{name}"), *HERE)
    assert (told["status"], told["rejected"]) == (REAL[name], [])
    assert run_import("open311", shared(f"open311/{name}"), *HERE)["skipped"] == sum(REAL[name].values())


def test_they_keep_their_dates_states_and_answer(run_import):
    run_import("open311", shared("open311/node_service-requests.xml"), *HERE)
    with instansi_scope(Instansi.objects.get(code="kab-contoh")):
        closed = Complaint.objects.get(source_key="638344")
        assert closed.closed_at.isoformat() == "2010-04-14T14:37:38+00:00"
        assert closed.answers.get().text == "Duplicate request."
        assert Complaint.objects.get(source_key="638349").closed_at is None


def test_what_is_no_request_is_named_or_refused(run_import):
    told = run_import("open311", shared("open311/node_token.xml"), *HERE)
    assert [(one["line"], one["column"]) for one in told["rejected"]] == [(1, "status")]
    with pytest.raises(Refused, match="base is a duplicate"):
        run_import("open311", shared("open311/node_boston-err-submitrequest-base_is_duplicate.xml"), *HERE)
    with pytest.raises(Refused, match="tidak dapat dibuka"):
        run_import("open311", "/tidak/ada.xml", *HERE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"description": "x" * 10_001},
        {"status_notes": "x" * 10_001},
        {"service_request_id": "9" * 101},
        {"lat": 91},
        {"long": None},
        {"requested_datetime": "2026-07-01"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_request_that_cannot_be_a_complaint_keeps_nobody_else_back(run_import, tmp_path, wrong):
    good = {"service_request_id": "1", "status": "open", "description": "Lubang", "lat": -7.2, "long": 112.7}
    good["requested_datetime"] = "2026-07-01T08:00:00+07:00"
    path = tmp_path / "requests.json"
    path.write_text(json.dumps([good, good | {"service_request_id": "2"} | wrong]))
    told = run_import("open311", path, *HERE)
    assert told["recorded"] == 1
    assert [(one["line"], one["column"]) for one in told["rejected"]] == [(2, next(iter(wrong)))]
