"""Refusals, errors, logs and caches: what every answer promises."""

import json
import logging

import pytest
from django.contrib import messages
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import include, path

from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.ui.logs import JsonFormatter, without_personal_data
from tests.strict import StrictClient, UndefinedVariable

REFUSALS = {"izin": PermissionRefused, "keadaan": PolicyRefused, "isian": InputRefused, "lain": DomainError}


def refuse(request, kind):
    raise REFUSALS[kind]("Periode ini sudah ditutup; pilih periode lain.")


def broken(request):
    raise RuntimeError("rusak")


def inline(request):
    return HttpResponse('<p style="color:red">x</p>')


def undefined(request):
    return render(request, "error.html", {"heading": "x", "status": 400})


def writing(request):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tenancy_instansi SET name = 'x'")
    return HttpResponse("tertulis")


def told(request):
    messages.success(request, "Tersimpan 09.44 WIB")
    messages.error(request, "Satu baris ditolak")
    return render(request, "home/kit.html", {}) if request.method == "HEAD" else _empty(request)


def _empty(request):
    return render(request, "error.html", {"heading": "x", "status": 400, "message": "y"})


urlpatterns = [
    path("tolak/<kind>/", refuse),
    path("rusak/", broken),
    path("sebaris/", inline),
    path("kosong/", undefined),
    path("tulis/", writing),
    path("pesan/", told),
    path("", include("abdi.config.urls")),
]
handler403 = "abdi.platform.ui.views.forbidden"
handler404 = "abdi.platform.ui.views.not_found"
handler500 = "abdi.platform.ui.views.server_error"

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.mark.parametrize(("kind", "status"), [("izin", 403), ("keadaan", 409), ("isian", 422), ("lain", 400)])
def test_a_refusal_is_one_page_with_the_sentence_and_the_next_act(client, kind, status):
    answer = client.get(f"/tolak/{kind}/")
    page = answer.content.decode()
    assert answer.status_code == status
    assert "Periode ini sudah ditutup; pilih periode lain." in page
    assert "Ke beranda" in page


def test_to_htmx_a_refusal_is_a_notice_only(client):
    answer = client.get("/tolak/keadaan/", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert answer.content.decode().startswith('<div class="notice is-bad" role="alert">')


def test_a_defect_has_a_page_that_needs_no_database(client, settings, django_assert_num_queries):
    client.raise_request_exception = False
    answer = client.get("/rusak/")
    assert answer.status_code == 500
    assert "Ada yang rusak di pihak kami" in answer.content.decode()


def test_a_stale_form_says_what_to_do():
    answer = StrictClient(enforce_csrf_checks=True).post("/bahasa/", {"language": "en"})
    assert answer.status_code == 403
    assert "Formulir ini sudah terlalu lama terbuka." in answer.content.decode()


def test_reading_never_writes(client, instansi):
    client.raise_request_exception = False
    assert client.get("/tulis/").status_code == 500
    assert client.post("/tulis/").status_code == 200


def test_caches_keep_page_and_fragment_apart(client):
    assert "HX-Request" in client.get("/")["Vary"]
    assert "Cookie" in client.get("/")["Vary"]


def test_messages_are_toasts_and_mistakes_stay(client):
    page = client.get("/pesan/").content.decode()
    assert '<div class="toast" role="status"><span>Tersimpan 09.44 WIB</span></div>' in page
    assert "Satu baris ditolak" in page.split('role="alert"')[1]


def test_the_bench_refuses_inline_style():
    with pytest.raises(AssertionError, match="inline"):
        StrictClient().get("/sebaris/")
    assert Client().get("/sebaris/").status_code == 200


def test_the_bench_refuses_undefined_variables(client):
    with pytest.raises(UndefinedVariable, match="message"):
        client.get("/kosong/")


def test_every_answer_carries_the_id_its_log_lines_have(client, caplog):
    with caplog.at_level(logging.INFO, logger="abdi.access"):
        given = client.get("/tidak-ada/", headers={"X-Request-ID": "abcd-1234"})
        own = client.get("/", headers={"X-Request-ID": "bukan id <b>"})
    assert given["X-Request-ID"] == "abcd-1234"
    assert len(own["X-Request-ID"]) == 32
    assert caplog.records[-1].fields["route"] == "home:start"
    assert caplog.records[-1].fields["status"] == 200


def test_logs_hold_no_personal_data():
    text = "NIK 3578010101900001, NIP 199003032015012003, rina@example.test, 081234567890 di /lacak/?kode=ADU-7K2M"
    clean = without_personal_data(text)
    for secret in ("3578010101900001", "199003032015012003", "rina@", "081234567890", "ADU-7K2M"):
        assert secret not in clean


def test_a_log_line_is_json_without_the_address():
    record = logging.LogRecord("django.request", 30, "", 1, "%s: %s", ("Not Found", "/lacak/ADU-7K2M/"), None)
    assert json.loads(JsonFormatter().format(record))["message"] == "Not Found"
