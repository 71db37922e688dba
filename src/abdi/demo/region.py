"""The invented region: units, their services, and the posts in them."""

from dataclasses import dataclass

from abdi.organisation.enums import JenisJabatan

CODE, NAME, PLACE = "kab-contoh", "Kabupaten Contoh", "Contoh"
JPT, ADMINISTRATOR, PENGAWAS = JenisJabatan.JPT, JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS
FUNGSIONAL, PELAKSANA = JenisJabatan.FUNGSIONAL, JenisJabatan.PELAKSANA


@dataclass(frozen=True, slots=True)
class Post:
    """A jabatan and how many hold it. `above` names the post in the same unit that assesses it (empty: the head).

    `serves` stands at the counter; `answers` is who replies to complaints.
    """

    name: str
    jenis: JenisJabatan
    kelas: int
    count: int = 1
    above: str = ""
    serves: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """`minutes` is the standard at the counter, `days` the standard in working days (0: done while one waits)."""

    code: str
    name: str
    visits: float  # a day, on average
    minutes: int
    days: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """A unit; its first post leads it. `wait` is the median minutes in the queue at a quiet hour."""

    code: str
    name: str
    posts: tuple[Post, ...]
    parent: str = ""
    services: tuple[Service, ...] = ()
    wait: float = 8
    improved: float = 1  # what an improvement made of the waiting, from the day it was put in place


def _kelurahan(code: str, name: str, wait: float) -> Office:
    return Office(
        code,
        name,
        parent="KEC-MAWAR",
        wait=wait,
        posts=(
            Post("Lurah", PENGAWAS, 9),
            Post("Sekretaris kelurahan", PENGAWAS, 8),
            Post("Kepala seksi pelayanan", PENGAWAS, 8, answers=True),
            Post("Pengadministrasi kependudukan", PELAKSANA, 6, count=2, serves=True),
            Post("Pengelola umum operasional", PELAKSANA, 5, count=3),
        ),
        services=(
            Service(f"{code}-DOMISILI", "Surat keterangan domisili", 4, 10),
            Service(f"{code}-NIKAH", "Pengantar nikah", 2, 15, days=1),
            Service(f"{code}-SKTM", "Surat keterangan tidak mampu", 3, 15),
        ),
    )


OFFICES = (
    Office(
        "SETDA",
        "Sekretariat Daerah",
        posts=(Post("Sekretaris daerah", JPT, 15), Post("Kepala bagian umum", ADMINISTRATOR, 12)),
    ),
    Office(
        "KEC-MAWAR",
        "Kecamatan Mawar",
        wait=9,
        posts=(
            Post("Camat", ADMINISTRATOR, 12),
            Post("Sekretaris kecamatan", ADMINISTRATOR, 11),
            Post("Kepala seksi pelayanan", PENGAWAS, 9, answers=True),
            Post("Kepala seksi pemerintahan", PENGAWAS, 9),
            Post("Kepala seksi ketenteraman", PENGAWAS, 9),
            Post("Operator layanan", PELAKSANA, 6, count=2, above="Kepala seksi pelayanan", serves=True),
            Post("Pengadministrasi perkantoran", PELAKSANA, 5, count=7, above="Sekretaris kecamatan"),
        ),
        services=(
            Service("KEC-LEGALISASI", "Legalisasi dokumen", 4, 10),
            Service("KEC-USAHA", "Surat keterangan usaha", 2, 15, days=1),
            Service("KEC-WARIS", "Keterangan ahli waris", 1, 20, days=3),
        ),
    ),
    _kelurahan("KEL-MELATI", "Kelurahan Melati", wait=8),
    _kelurahan("KEL-KENANGA", "Kelurahan Kenanga", wait=10),
    Office(
        "DISDUKCAPIL",
        "Dinas Kependudukan dan Pencatatan Sipil",
        wait=24,
        improved=0.45,
        posts=(
            Post("Kepala dinas kependudukan", JPT, 14),
            Post("Sekretaris dinas", ADMINISTRATOR, 12),
            Post("Kepala bidang pendaftaran penduduk", ADMINISTRATOR, 11, answers=True),
            Post("Kepala bidang pencatatan sipil", ADMINISTRATOR, 11),
            Post(
                "Administrator basis data kependudukan",
                FUNGSIONAL,
                8,
                count=4,
                above="Kepala bidang pendaftaran penduduk",
                serves=True,
            ),
            Post("Operator pencatatan sipil", PELAKSANA, 6, count=8, above="Kepala bidang pencatatan sipil"),
            Post("Pengolah data dan informasi", PELAKSANA, 6, count=6, above="Sekretaris dinas"),
        ),
        services=(
            Service("DUKCAPIL-KTP", "Cetak ulang KTP-el", 7, 15, days=1),
            Service("DUKCAPIL-KK", "Kartu keluarga", 5, 15, days=1),
            Service("DUKCAPIL-AKTA", "Akta kelahiran", 3, 20, days=3),
            Service("DUKCAPIL-IKD", "Aktivasi identitas kependudukan digital", 4, 10),
        ),
    ),
    Office(
        "DINKES",
        "Dinas Kesehatan",
        posts=(Post("Kepala dinas kesehatan", JPT, 14), Post("Sekretaris dinas", ADMINISTRATOR, 12)),
    ),
    Office(
        "PKM-MAWAR",
        "Puskesmas Mawar",
        parent="DINKES",
        wait=12,
        posts=(
            Post("Kepala puskesmas", PENGAWAS, 9),
            Post("Kepala subbagian tata usaha", PENGAWAS, 8, answers=True),
            Post("Dokter", FUNGSIONAL, 9, count=2),
            Post("Bidan", FUNGSIONAL, 8, count=3),
            Post("Perawat", FUNGSIONAL, 8, count=4),
            Post("Apoteker", FUNGSIONAL, 8),
            Post("Pranata laboratorium kesehatan", FUNGSIONAL, 8),
            Post("Petugas pendaftaran", PELAKSANA, 5, count=3, serves=True),
        ),
        services=(
            Service("PKM-DAFTAR", "Pendaftaran pasien", 8, 6),
            Service("PKM-SEHAT", "Surat keterangan sehat", 3, 15),
        ),
    ),
    Office(
        "DISHUB",
        "Dinas Perhubungan",
        wait=15,
        posts=(
            Post("Kepala dinas perhubungan", JPT, 14),
            Post("Sekretaris dinas", ADMINISTRATOR, 12),
            Post("Kepala bidang lalu lintas", ADMINISTRATOR, 11, answers=True),
            Post("Kepala UPTD pengujian kendaraan", PENGAWAS, 9),
            Post(
                "Penguji kendaraan bermotor",
                FUNGSIONAL,
                8,
                count=4,
                above="Kepala UPTD pengujian kendaraan",
                serves=True,
            ),
            Post("Petugas lapangan", PELAKSANA, 5, count=6, above="Kepala bidang lalu lintas"),
            Post("Pengadministrasi perkantoran", PELAKSANA, 5, count=4, above="Sekretaris dinas"),
        ),
        services=(Service("DISHUB-KIR", "Uji berkala kendaraan", 7, 60),),
    ),
    Office(
        "DISDIK",
        "Dinas Pendidikan",
        wait=7,
        posts=(
            Post("Kepala dinas pendidikan", JPT, 14),
            Post("Sekretaris dinas", ADMINISTRATOR, 12),
            Post("Kepala bidang pembinaan SMP", ADMINISTRATOR, 11, answers=True),
            Post("Kepala bidang PAUD dan pendidikan masyarakat", ADMINISTRATOR, 11),
            Post(
                "Penelaah teknis kebijakan",
                PELAKSANA,
                7,
                count=4,
                above="Kepala bidang pembinaan SMP",
                serves=True,
            ),
            Post(
                "Pengolah data dan informasi",
                PELAKSANA,
                6,
                count=8,
                above="Kepala bidang PAUD dan pendidikan masyarakat",
            ),
        ),
        services=(
            Service("DISDIK-MUTASI", "Mutasi siswa", 3, 15, days=1),
            Service("DISDIK-IJAZAH", "Surat pengganti ijazah", 1, 20, days=5),
        ),
    ),
    Office(
        "BKPSDM",
        "Badan Kepegawaian dan Pengembangan SDM",
        posts=(
            Post("Kepala badan kepegawaian", JPT, 14),
            Post("Sekretaris badan", ADMINISTRATOR, 12),
            Post("Kepala bidang kinerja", ADMINISTRATOR, 11),
            Post("Kepala bidang mutasi", ADMINISTRATOR, 11),
            Post("Analis SDM aparatur", FUNGSIONAL, 8, count=5, above="Kepala bidang kinerja"),
            Post("Pranata SDM aparatur", FUNGSIONAL, 7, count=4, above="Kepala bidang mutasi"),
        ),
    ),
    Office("INSPEKTORAT", "Inspektorat Daerah", posts=(Post("Inspektur daerah", JPT, 14),)),
)
