"""How a complaint goes from receipt to an answer that its reporter accepts."""

from collections.abc import Iterable

from abdi.platform.workflow import Transition, Workflow
from abdi.voice.complaints.enums import Status

BARU, MENUNGGU = Status.BARU, Status.MENUNGGU_KELENGKAPAN
TERVERIFIKASI, DITERUSKAN, DIPROSES = Status.TERVERIFIKASI, Status.DITERUSKAN, Status.DIPROSES
DITUNDA, DIJAWAB, SELESAI, DIBUKA = Status.DITUNDA, Status.DIJAWAB, Status.SELESAI, Status.DIBUKA_KEMBALI
ARSIP, BUKAN, DIGABUNG, DICABUT = Status.ARSIP, Status.BUKAN_WEWENANG, Status.DIGABUNG, Status.DICABUT

SP4N = "PermenPANRB 62/2018 (SP4N-LAPOR!); Perpres 76/2013"
_HANDLED = (TERVERIFIKASI, DITERUSKAN, DIPROSES, DITUNDA, DIBUKA)
_UNANSWERED = (BARU, MENUNGGU, *_HANDLED)


def _step(
    name: str, source: Iterable[Status], target: Status, actor: str, refusal: str, dasar: str = SP4N
) -> Transition:
    return Transition(
        name=name,
        source=frozenset(one.value for one in source),
        target=target.value,
        actor=actor,
        tag=f"complaints:complaint:{name}",
        dasar=dasar,
        refusal=refusal,
    )


COMPLAINT = Workflow(
    subject="complaint",
    initial=BARU.value,
    transitions=[
        _step(
            "ask_completion",
            {BARU},
            MENUNGGU,
            "koordinator",
            "Kelengkapan hanya diminta sebelum laporan diverifikasi.",
            "UU 25/2009 Ps 44 ayat (3)",
        ),
        _step(
            "complete_file",
            {MENUNGGU},
            BARU,
            "pelapor",
            "Laporan ini tidak sedang menunggu dilengkapi.",
            "UU 25/2009 Ps 44 ayat (4)",
        ),
        _step(
            "verify",
            {BARU, MENUNGGU, DIBUKA},
            TERVERIFIKASI,
            "koordinator",
            "Laporan ini sudah diverifikasi atau sudah berakhir.",
        ),
        _step(
            "reject",
            {BARU, MENUNGGU, TERVERIFIKASI, DIBUKA},
            ARSIP,
            "koordinator",
            "Laporan yang sudah diteruskan atau berakhir tidak dapat diarsipkan lagi.",
        ),
        _step(
            "redirect_away",
            {BARU, MENUNGGU, TERVERIFIKASI, DIBUKA},
            BUKAN,
            "koordinator",
            "Laporan yang sudah diteruskan atau berakhir tidak dapat dialihkan ke instansi lain.",
        ),
        _step(
            "merge",
            _UNANSWERED,
            DIGABUNG,
            "koordinator",
            "Laporan yang sudah dijawab atau berakhir tidak dapat digabung.",
        ),
        _step(
            "set_apart",
            _HANDLED,
            TERVERIFIKASI,
            "koordinator",
            "Laporan ini belum diteruskan atau sudah berakhir, jadi tidak perlu ditarik dari unitnya.",
            "UU 25/2009 Ps 45",
        ),
        _step(
            "dispose",
            {TERVERIFIKASI, DITERUSKAN, DIBUKA},
            DITERUSKAN,
            "koordinator",
            "Laporan diteruskan setelah diverifikasi dan sebelum ada yang mengerjakannya.",
        ),
        _step(
            "refuse_disposition",
            {DITERUSKAN},
            TERVERIFIKASI,
            "pejabat penghubung",
            "Hanya laporan yang baru diteruskan dan belum dikerjakan yang dapat dikembalikan.",
        ),
        _step(
            "take",
            {DITERUSKAN, DIBUKA},
            DIPROSES,
            "pejabat penghubung",
            "Laporan ini belum diteruskan, atau orang lain baru saja mengambilnya.",
        ),
        _step(
            "take_over",
            {DIPROSES},
            DIPROSES,
            "pejabat penghubung",
            "Hanya laporan yang sedang diproses rekan Anda yang dapat diambil alih.",
        ),
        _step(
            "pause",
            {DIPROSES},
            DITUNDA,
            "petugas",
            "Hanya laporan yang sedang diproses yang dapat ditunda.",
        ),
        _step("resume", {DITUNDA}, DIPROSES, "petugas", "Laporan ini tidak sedang ditunda."),
        _step(
            "answer",
            {DIPROSES},
            DIJAWAB,
            "petugas",
            "Jawaban dikirim saat laporan sedang diproses; ambil atau lanjutkan dahulu laporan ini.",
            "UU 25/2009 Ps 50 ayat (1) dan (2)",
        ),
        _step(
            "close", {DIJAWAB}, SELESAI, "koordinator", "Laporan ditutup setelah dijawab, dan hanya sekali."
        ),
        _step(
            "lapse", {DIJAWAB}, SELESAI, "sistem", "Hanya laporan yang sudah dijawab yang selesai sendiri."
        ),
        _step(
            "confirm",
            {DIJAWAB, SELESAI},
            SELESAI,
            "pelapor",
            "Laporan ini belum dijawab, jadi belum dapat dinyatakan selesai.",
        ),
        _step(
            "reopen",
            {DIJAWAB, SELESAI, ARSIP, BUKAN},
            DIBUKA,
            "pelapor",
            "Laporan ini masih berjalan, jadi tidak perlu dibuka kembali; tambahkan keterangan saja.",
        ),
        _step(
            "withdraw",
            _UNANSWERED,
            DICABUT,
            "pelapor",
            "Laporan ini sudah dijawab atau berakhir, jadi tidak dapat dicabut lagi.",
        ),
        _step(
            "deem_withdrawn",
            {MENUNGGU},
            DICABUT,
            "sistem",
            "Laporan ini tidak sedang menunggu dilengkapi.",
            "UU 25/2009 Ps 44 ayat (5)",
        ),
    ],
)
