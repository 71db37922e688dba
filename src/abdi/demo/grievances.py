"""What people of the region complained of, asked and wished: some months that are over, and a dozen in every state."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypedDict, Unpack

from django.utils import timezone

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.demo.counter import Case, Year
from abdi.demo.opinion import had_cause
from abdi.platform.accounts.models import User, public_user
from abdi.platform.moments import replayed_at
from abdi.voice.complaints import actions
from abdi.voice.complaints.enums import Channel, Kelas, Kind, Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.types import Place, Reporter

SOURCE = "data-contoh/aduan"
OFFICE = "KEL-MELATI"
_RECENT = timedelta(days=60)  # older ones would only make the first start longer
_CAUSED, _UNCAUSED = 0.06, 0.008  # share of those served who write
_DAYS_TO_ANSWER = 3.5  # median
_ANSWER = (
    "Terima kasih. Sudah kami periksa bersama petugas loket, dan jadwal petugas kami tambah di jam ramai."
)

# code, name, words, class, whether it goes to the inspectorate
CATEGORIES = (
    ("PELAYANAN", "Pelayanan di loket", "antre, loket, petugas, lambat, menunggu", Kelas.NORMATIF, False),
    ("BERKAS", "Berkas dan persyaratan", "syarat, fotokopi, dokumen, bolak-balik", Kelas.RINGAN, False),
    ("JALAN", "Jalan dan saluran air", "lubang, aspal, got, banjir", Kelas.TIDAK_BERKADAR, False),
    ("LAMPU", "Lampu jalan", "gelap, mati, penerangan", Kelas.RINGAN, False),
    ("SAMPAH", "Sampah dan kebersihan", "bau, menumpuk, tempat sampah", Kelas.RINGAN, False),
    ("PUNGLI", "Pungutan di luar tarif", "bayar, uang, minta, biaya tambahan", Kelas.BERKADAR, True),
    ("PEMBALASAN", "Pembalasan kepada pelapor", "balas, ancam, dipersulit, takut", Kelas.BERKADAR, True),
    ("USUL", "Usul dan harapan", "usul, sebaiknya, mohon dibuat", Kelas.ASPIRASI, False),
    ("TANYA", "Permintaan informasi", "bagaimana, kapan, berapa", Kelas.PERMINTAAN_INFORMASI, False),
)
_SLOW = (
    "Saya menunggu {minutes} menit untuk {service}, padahal di standar tertulis jauh lebih cepat.",
    "Antrean {service} tidak bergerak hampir {minutes} menit karena hanya satu loket yang buka.",
)
_PLAIN = (
    "Papan petunjuk di ruang tunggu kurang jelas, saya salah loket saat mengurus {service}.",
    "Syarat {service} di papan berbeda dengan yang diminta petugas, jadi saya harus pulang dahulu.",
)


def complain_through_the_year(*, actor: User, found: list[Case], region: Region, year: Year) -> None:
    """Complaints of people who were served, answered elsewhere before Abdi and brought over."""
    categories = _open_categories(actor)
    since = year.moment(year.days[-1], datetime.min.time()) - _RECENT
    for case in found:
        if case.finished >= since:
            _bring_over(actor, case, region, year, categories)


def _open_categories(actor: User) -> dict[str, Category]:
    return {
        code: actions.create_category(
            actor=actor, code=code, name=name, keywords=words, kelas=kelas, goes_to_pengawas=is_grave
        )
        for code, name, words, kelas, is_grave in CATEGORIES
    }


def _bring_over(actor: User, case: Case, region: Region, year: Year, categories: dict[str, Category]) -> None:
    rng = Random(f"{year.seed}/aduan/{case.key}")
    if rng.random() >= (_CAUSED if had_cause(case) else _UNCAUSED):
        return
    answered = case.finished + timedelta(days=rng.lognormvariate(math.log(_DAYS_TO_ANSWER), 0.6))
    if answered.date() > year.days[-1]:
        return
    words = rng.choice(_SLOW if had_cause(case) else _PLAIN)
    minutes = round(case.waited.total_seconds() / 60)
    filed = actions.file_complaint(
        actor=actor,
        kind=Kind.PENGADUAN,
        text=words.format(minutes=minutes, service=case.service.name.lower()),
        category=categories["PELAYANAN" if had_cause(case) else "BERKAS"],
        unit=region.units[case.office.code],
        layanan=region.layanan[case.service.code],
        happened_on=case.finished.date(),
        channel=Channel.IMPOR,
        source=SOURCE,
        source_key=case.key,
        received_at=case.finished,
    )
    actions.record_past(actor=actor, complaint=filed, status=Status.SELESAI, at=answered, answer=_ANSWER)


class _More(TypedDict, total=False):
    is_anonymous: bool
    identity: Reporter


@dataclass(frozen=True, slots=True)
class _Desk:
    """Whoever takes part in the complaints that are still open."""

    region: Region
    coordinator: User
    liaison: User

    def files(
        self, ago: timedelta, category: str, text: str, place: Place | None = None, **more: Unpack[_More]
    ) -> Complaint:
        kinds = {"USUL": Kind.ASPIRASI, "TANYA": Kind.PERMINTAAN_INFORMASI}
        with _ago(ago):
            return actions.file_complaint(
                actor=public_user(),
                kind=kinds.get(category, Kind.PENGADUAN),
                text=text,
                category=Category.objects.get(code=category),
                unit=self.region.units[OFFICE],
                place=place,
                channel=Channel.WEB,
                **more,
            )

    def verifies(self, ago: timedelta, one: Complaint) -> None:
        """As what its reporter called it."""
        if category := one.category:
            with _ago(ago):
                actions.verify(actor=self.coordinator, complaint=one, category=category, kelas=category.kelas)

    def disposes(self, ago: timedelta, one: Complaint) -> None:
        self.verifies(ago + timedelta(hours=1), one)
        with _ago(ago):
            actions.dispose(actor=self.coordinator, complaint=one, unit=self.region.units[OFFICE])

    def takes(self, ago: timedelta, one: Complaint) -> None:
        self.disposes(ago + timedelta(hours=3), one)
        with _ago(ago):
            actions.take(actor=self.liaison, complaint=one)

    def answers(self, ago: timedelta, one: Complaint, text: str) -> None:
        self.takes(ago + timedelta(days=1), one)
        with _ago(ago):
            actions.answer(actor=self.liaison, complaint=one, text=text)


@contextmanager
def _ago(ago: timedelta) -> Iterator[None]:
    with replayed_at(timezone.now() - ago):
        yield


def complain_today(*, region: Region) -> None:
    """One in each state at a kelurahan, by people who gave no name that is anybody's."""
    desk = _Desk(region, account_of(region.cast["wulan"]), account_of(region.cast["yanto"]))
    for tell in (_new_ones, _under_way, _answered):
        tell(desk)


def _new_ones(desk: _Desk) -> None:
    ill_lit = "Tiga lampu jalan di gang belakang balai warga mati sejak Senin; anak-anak pulang mengaji gelap-gelapan."
    desk.files(timedelta(hours=3), "LAMPU", ill_lit, Place(-5.172, 110.821, "Gang belakang balai warga"))
    asked_for_money = "Saya diminta uang rokok agar surat pengantar saya didahulukan."
    reporter = Reporter(name="Warga Contoh Lima", contact="warga-5@contoh.example")
    desk.files(timedelta(hours=5), "PUNGLI", asked_for_money, is_anonymous=True, identity=reporter)
    unclear = desk.files(timedelta(days=1), "SAMPAH", "Sampahnya bau.")
    with _ago(timedelta(hours=20)):
        note = "Di mana tempatnya, dan sejak kapan? Satu foto sangat membantu."
        actions.ask_completion(actor=desk.coordinator, complaint=unclear, note=note)
    asked = "Berapa hari pengantar nikah selesai bila calon pasangan dari luar kota?"
    desk.verifies(timedelta(hours=6), desk.files(timedelta(hours=30), "TANYA", asked))


def _under_way(desk: _Desk) -> None:
    heap = desk.files(
        timedelta(days=2),
        "SAMPAH",
        "Tempat sampah di pertigaan pasar sudah empat hari tidak diangkut.",
        Place(-5.181, 110.828, "Pertigaan pasar"),
    )
    desk.disposes(timedelta(days=1), heap)
    hole = desk.files(
        timedelta(days=25),
        "JALAN",
        "Lubang di depan puskesmas pembantu makin dalam; dua motor jatuh minggu ini.",
        Place(-5.166, 110.834, "Depan puskesmas pembantu"),
    )
    desk.takes(timedelta(days=22), hole)
    drain = desk.files(
        timedelta(days=6),
        "JALAN",
        "Got tersumbat, air masuk ke jalan tiap hujan.",
        Place(-5.189, 110.815, "RT 4"),
    )
    desk.takes(timedelta(days=4), drain)
    with _ago(timedelta(days=1)):
        day = timezone.localdate() + timedelta(days=3)
        actions.pause(
            actor=desk.liaison,
            complaint=drain,
            cause="pemeriksaan",
            note="Tim saluran air memeriksa bersama ketua RT.",
            until=day,
        )


def _answered(desk: _Desk) -> None:
    wish = desk.files(timedelta(days=9), "USUL", "Mohon dibuat kursi prioritas untuk lansia di ruang tunggu.")
    desk.answers(timedelta(days=2), wish, "Usul diterima: empat kursi prioritas dipasang minggu ini.")
    counter = desk.files(
        timedelta(days=12), "PELAYANAN", "Loket dua kosong sejak pukul 10 padahal antrean masih panjang."
    )
    desk.answers(timedelta(days=6), counter, "Petugas loket dua diganti sementara oleh seksi pelayanan.")
    with _ago(timedelta(days=5)):
        actions.reopen(
            actor=public_user(), complaint=counter, reason="Hari ini kosong lagi, saya ada fotonya."
        )
    thanked = desk.files(timedelta(days=15), "LAMPU", "Lampu di jembatan kecil mati.", Place(-5.176, 110.838))
    desk.answers(timedelta(days=10), thanked, "Lampu diganti pada malam yang sama oleh tim penerangan.")
    with _ago(timedelta(days=9)):
        actions.confirm(actor=public_user(), complaint=thanked, rating=5, words="Cepat sekali, terima kasih.")
