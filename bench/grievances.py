"""Complaints of a fictional region, drawn by chance from a seed: some clear, some vague, some sent to the wrong unit.

Units share words ("jalan", "air", "lama"), phrases of the last year are new, one in twelve was decided otherwise than
its text says, and one in eight says too little to tell: nobody could sort all of them rightly.
"""

from collections.abc import Iterator
from random import Random

UNITS = {
    "pekerjaan-umum": (
        24,
        ("jalan berlubang", "aspal rusak", "jembatan retak", "trotoar ambles", "jalan licin bekas galian"),
        ("drainase mampet di tepi jalan", "gorong-gorong tersumbat dan jalan tergenang"),
    ),
    "lingkungan-hidup": (
        18,
        ("sampah menumpuk", "truk sampah tidak datang", "sungai bau limbah", "pohon tumbang menutup jalan"),
        ("pembakaran sampah tiap sore", "tempat sampah pilah tidak diangkut"),
    ),
    "kependudukan": (
        16,
        ("antre ktp lama", "kartu keluarga belum jadi", "akta kelahiran salah nama", "petugas ktp tidak ada"),
        ("aktivasi identitas digital gagal", "pindah domisili ditolak tanpa alasan"),
    ),
    "air-minum": (
        12,
        ("air keran mati", "air keruh dan bau", "tagihan air naik", "pipa air bocor di jalan"),
        ("meteran air digital salah baca", "tekanan air kecil tiap pagi"),
    ),
    "perhubungan": (
        10,
        ("lampu jalan mati", "parkir liar menutup jalan", "lampu lalu lintas rusak", "angkot ugal-ugalan"),
        ("halte baru tanpa atap", "marka jalan depan sekolah pudar"),
    ),
    "kesehatan": (
        9,
        ("antrean puskesmas lama", "obat habis di puskesmas", "dokter gigi tidak ada", "imunisasi ditunda"),
        ("pendaftaran puskesmas lewat aplikasi gagal", "fogging belum datang"),
    ),
    "pendidikan": (
        6,
        ("pungutan uang sekolah", "atap kelas bocor", "guru sering kosong", "seragam dipaksa beli"),
        ("bangku sekolah kurang", "air di toilet sekolah mati"),
    ),
    "ketertiban": (
        5,
        ("pedagang menutup trotoar", "suara musik keras tengah malam", "bangunan tanpa izin", "balap liar"),
        ("reklame roboh di jalan", "anak jalanan di lampu merah"),
    ),
}
VAGUE = ("pelayanan lama sekali", "mohon segera ditindak", "sudah lapor tidak ada jawaban", "kecewa sekali")
PLACES = ("Jalan Misal", "Kampung Umpama", "Pasar Andaian", "Perumahan Contoh", "Gang Rekaan", "Dusun Ibarat")
BEFORE = ("Mohon perhatian,", "Selamat pagi,", "Lapor:", "Pak, tolong", "Sudah tiga hari", "Kenapa", "")
AFTER = ("tolong diperbaiki", "sampai kapan begini", "anak-anak terganggu", "warga resah", "terima kasih", "")
WRONG, UNCLEAR, TYPO = 1 / 12, 1 / 8, 0.03


def grievances(count: int, seed: int = 5) -> Iterator[tuple[str, str]]:
    """(text, unit that answered it) in the order of time."""
    chance = Random(seed)
    names, weights = list(UNITS), [often for often, *_ in UNITS.values()]
    for number in range(count):
        unit = chance.choices(names, weights)[0]
        _, old, new = UNITS[unit]
        matter = chance.choice(old + new if number > count * 0.7 else old)
        if chance.random() < UNCLEAR:
            matter = chance.choice(VAGUE)
        words = (chance.choice(BEFORE), matter, "di", chance.choice(PLACES), chance.choice(AFTER))
        text = "".join(_typed(letter, chance) for letter in " ".join(filter(None, words)))
        yield text, chance.choices(names, weights)[0] if chance.random() < WRONG else unit


def _typed(letter: str, chance: Random) -> str:
    return chance.choice(("", letter * 2, "a")) if letter.isalpha() and chance.random() < TYPO else letter
