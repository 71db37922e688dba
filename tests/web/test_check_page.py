"""A file is checked where it lies: the browser computes its digest, nothing is sent."""

import hashlib

import pytest

from tests.browser import assert_accessible, shot


@pytest.mark.browser
def test_a_file_is_digested_in_the_browser(site, phone):
    sent = []
    phone.on("request", lambda request: sent.append(request.method))
    phone.goto(f"{site.url}/periksa/")
    assert_accessible(phone)
    content = b"%PDF-1.7 bukan dari Abdi"
    phone.set_input_files("#id_file", {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": content})
    phone.get_by_role("button", name="Periksa berkas").click()
    phone.wait_for_url(f"**/periksa/sidik/{hashlib.sha256(content).hexdigest()}/")
    assert "Tidak dikenal" in phone.text_content("main")
    assert_accessible(phone)
    shot(phone, "periksa")
    assert set(sent) == {"GET"}
