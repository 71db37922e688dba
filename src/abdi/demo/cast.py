"""The few people whom the tutorial, the screenshots and the tests call by name. None of them exists."""

from dataclasses import dataclass

from abdi.organisation.enums import Role

# known to everybody, hence only in an installation that holds nothing real (see seeding.check_can_seed)
PASSWORD = "coba-abdi-sekarang"
OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody with a sign-in. `shows` is what signing in as this person shows; without it, no password."""

    username: str
    name: str
    office: str
    post: str
    shows: str = ""
    role: Role | None = None
    role_office: str = ""  # empty: the whole instansi


CHARACTERS = (
    Character(
        "rina",
        "Rina Misal",
        "KEL-MELATI",
        "Pengadministrasi kependudukan",
        "pegawai, petugas loket",
        Role.PETUGAS,
        "KEL-MELATI",
    ),
    Character("dewi", "Dewi Umpama", "KEL-MELATI", "Lurah", "pejabat penilai"),
    Character("budi", "Budi Andaian", "KEC-MAWAR", "Camat", "kepala unit", Role.PIMPINAN, "KEC-MAWAR"),
    Character("hadi", "Hadi Perlambang", "SETDA", "Sekretaris daerah", "pimpinan daerah", Role.PIMPINAN),
    Character(
        "tono",
        "Tono Ibarat",
        "BKPSDM",
        "Kepala bidang kinerja",
        "tim pengelola kinerja",
        Role.PENGELOLA_KINERJA,
    ),
    Character("sari", "Sari Contoh", "BKPSDM", "Pranata SDM aparatur", "admin instansi", Role.ADMIN),
    Character(
        "wulan", "Wulan Ibarat", "SETDA", "Kepala bagian umum", "koordinator pengaduan", Role.PENGADUAN
    ),
    Character(
        "yanto",
        "Yanto Tamsil",
        "KEL-MELATI",
        "Kepala seksi pelayanan",
        "pejabat penghubung",
        Role.PENGHUBUNG,
        "KEL-MELATI",
    ),
    Character(
        "anto",
        "Anto Bayangan",
        "KEC-MAWAR",
        "Kepala seksi pemerintahan",
        "fasilitator partisipasi",
        Role.FASILITATOR,
        "KEC-MAWAR",
    ),
    Character(
        "gatot", "Gatot Umpamanya", "INSPEKTORAT", "Inspektur daerah", "pengawas internal", Role.PENGAWAS
    ),
    Character("joko", "Joko Seumpama", "KEL-MELATI", "Pengadministrasi kependudukan"),
    Character("tuti", "Tuti Andaikata", "KEL-MELATI", "Pengelola umum operasional"),
    Character("wati", "Wati Rekaan", "KEL-KENANGA", "Lurah"),
    Character("eko", "Eko Bayangan", "KEL-KENANGA", "Pengadministrasi kependudukan"),
    Character("nina", "Nina Permisalan", "KEL-KENANGA", "Pengadministrasi kependudukan"),
    Character("agus", "Agus Tamsil", "DISDUKCAPIL", "Kepala dinas kependudukan"),
    Character("lina", "Lina Anggapan", "DISDUKCAPIL", "Kepala bidang pendaftaran penduduk"),
    Character("yudi", "Yudi Kiasan", "DISDUKCAPIL", "Administrator basis data kependudukan"),
    Character("maya", "Maya Gambaran", "DISDUKCAPIL", "Administrator basis data kependudukan"),
    Character("ratih", "Ratih Permisalan", "PKM-MAWAR", "Kepala puskesmas"),
    Character("siti", "Siti Ibarat", "PKM-MAWAR", "Petugas pendaftaran"),
    Character("dini", "Dini Kiasan", "BKPSDM", "Kepala badan kepegawaian"),
)


def logins() -> list[tuple[str, str]]:
    """(username, what signing in shows), one for each role."""
    shown = [(one.username, one.shows) for one in CHARACTERS if one.shows]
    return [*shown, (OPERATOR, "operator pemasangan")]
