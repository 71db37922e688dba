"""What the demo's services promise: their standar pelayanan, in the words a citizen reads."""

from dataclasses import dataclass

_KTP_KK = ("KTP-el pemohon, asli", "Kartu keluarga, asli")
_RT_RW = "Surat pengantar RT/RW"


@dataclass(frozen=True, slots=True)
class Promise:
    """`ours`: how people call it, with commas between; `optional`: papers that only some have to bring."""

    requirements: tuple[str, ...]
    product: str
    ours: str
    optional: tuple[str, ...] = ()
    basis: str = "Keputusan kepala unit tentang standar pelayanan (contoh)"


# by the last part of the service's code
PROMISES = {
    "DOMISILI": Promise(
        (_RT_RW, *_KTP_KK),
        "Surat keterangan domisili",
        "surat domisili, keterangan tempat tinggal, pindah alamat",
    ),
    "NIKAH": Promise(
        (_RT_RW, *_KTP_KK, "Akta kelahiran"),
        "Surat pengantar nikah N1, N2, dan N4",
        "surat nikah, pengantar nikah, n1, mau menikah, kua",
        optional=("Akta cerai atau akta kematian, bila pernah menikah",),
    ),
    "SKTM": Promise(
        (_RT_RW, *_KTP_KK),
        "Surat keterangan tidak mampu",
        "sktm, surat miskin, keringanan biaya, beasiswa",
        optional=("Bukti terdaftar dalam data sosial, bila ada",),
    ),
    "LEGALISASI": Promise(
        ("Dokumen asli", "Salinan yang dilegalisasi"),
        "Salinan yang dilegalisasi",
        "legalisir, cap, pengesahan fotokopi",
    ),
    "USAHA": Promise(
        ("Surat pengantar kelurahan", *_KTP_KK, "Foto tempat usaha"),
        "Surat keterangan usaha",
        "sku, surat usaha, izin warung, pinjaman kur",
    ),
    "WARIS": Promise(
        ("KTP-el dan KK semua ahli waris", "Akta kematian pewaris", "Surat pernyataan ahli waris"),
        "Surat keterangan ahli waris",
        "surat waris, warisan, ahli waris, pewaris meninggal",
        optional=("Akta nikah pewaris, bila ada",),
    ),
    "KTP": Promise(
        (
            "Formulir F-1.02",
            "Surat kehilangan dari kepolisian atau KTP-el yang rusak",
            "Kartu keluarga, asli",
        ),
        "KTP-el",
        "ktp hilang, ktp rusak, cetak ktp, bikin ktp, e-ktp",
    ),
    "KK": Promise(
        ("Formulir F-1.02 dan F-1.06", "Kartu keluarga lama", "Buku nikah atau akta perkawinan"),
        "Kartu keluarga",
        "kk baru, kk hilang, tambah anak, ganti kk, pisah kk",
        optional=("Akta kelahiran anak, bila menambah anggota",),
    ),
    "AKTA": Promise(
        ("Formulir F-2.01", "Surat keterangan lahir", "Buku nikah orang tua", "Kartu keluarga"),
        "Kutipan akta kelahiran",
        "akte lahir, akta anak, surat lahir, bayi baru lahir",
        optional=("KTP-el dua orang saksi",),
    ),
    "IKD": Promise(
        ("KTP-el", "Telepon pintar dengan alamat surel"),
        "Identitas kependudukan digital yang aktif",
        "ktp digital, ikd, aplikasi ktp",
    ),
    "DAFTAR": Promise(
        ("KTP-el atau kartu keluarga",),
        "Nomor rekam medis dan rujukan ke poli",
        "berobat, daftar puskesmas, periksa, bpjs",
        optional=("Kartu BPJS Kesehatan", "Kartu berobat"),
    ),
    "SEHAT": Promise(
        ("KTP-el",), "Surat keterangan sehat", "surat sehat, keterangan dokter, syarat kerja, calon pengantin"
    ),
    "KIR": Promise(
        ("STNK", "Bukti lulus uji sebelumnya", "Kendaraan dihadirkan"),
        "Bukti lulus uji berkala",
        "kir, uji kendaraan, keur, truk, angkot",
    ),
    "MUTASI": Promise(
        ("Rapor", "Surat keterangan pindah dari sekolah asal", "NISN"),
        "Rekomendasi mutasi siswa",
        "pindah sekolah, mutasi sekolah, ganti sekolah",
    ),
    "IJAZAH": Promise(
        ("Surat kehilangan dari kepolisian", "Salinan ijazah", "Surat pernyataan tanggung jawab"),
        "Surat keterangan pengganti ijazah",
        "ijazah hilang, ijasah rusak, pengganti ijazah",
    ),
}

PROCEDURE = (
    "Ambil nomor di kios atau pesan tempat dari rumah",
    "Serahkan berkas di loket; petugas memeriksa kelengkapannya",
    "Permohonan diproses; perkembangannya dapat diikuti dengan kode",
    "Terima produk layanan dan tanda terimanya",
)
