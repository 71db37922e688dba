"""What citizens said to Rina: she reads and answers it, Dewi reads both, and nobody else finds it."""

import pytest
from django.utils import timezone

from abdi.voice.surveys.enums import WordKind
from abdi.voice.surveys.models import Word
from tests.strict import StrictClient

SAID = "Lama <script>alert(1)</script>"


@pytest.fixture
def word(office) -> Word:
    today = timezone.localdate()
    one = Word(unit=office.unit, layanan=office.layanan, employee=office.rina, kind=WordKind.KRITIK)
    one.text, one.day, one.released_on = SAID, today, today
    one.save()
    return one


def page_of(office, name) -> str:
    client = StrictClient()
    client.force_login(office.user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client.get("/kerja/kata-warga/").content.decode()


def test_read_and_answered(client, office, word):
    client.force_login(office.user("rina"), backend="django.contrib.auth.backends.ModelBackend")
    assert "Lama &lt;script&gt;" in page_of(office, "rina")
    empty = client.post(f"/kerja/kata-warga/{word.uid}/", {"text": " "}, follow=True)
    assert "Tulis tanggapan Anda." in empty.content.decode()
    client.post(f"/kerja/kata-warga/{word.uid}/", {"text": "Mohon maaf, loket satu rusak."})
    for name in ("rina", "dewi"):
        assert "loket satu rusak" in page_of(office, name)
    assert "Simpan tanggapan" not in page_of(office, "dewi")
    for name in ("joko", "budi", "sari"):
        assert "Lama" not in page_of(office, name)


def test_nothing_before_its_batch(office, word):
    Word.objects.update(released_on=None)
    assert "Lama" not in page_of(office, "rina")
    assert "Belum ada kata warga" in page_of(office, "rina")
