"""How a number goes through a counter, and how a counter goes through its day."""

from abdi.platform.workflow import Transition, Workflow
from abdi.services.queue.enums import ENDED, OfficerState, TicketStatus

MENUNGGU, DIPANGGIL = TicketStatus.MENUNGGU.value, TicketStatus.DIPANGGIL.value
DILAYANI, DITUNDA = TicketStatus.DILAYANI.value, TicketStatus.DITUNDA.value
_ENDED = frozenset(status.value for status in ENDED)
_SERVED = "UU 25/2009 Ps 21; PermenPANRB 15/2014 (prosedur pelayanan)"
_OPEN = "UU 25/2009 Ps 21 (standar pelayanan)"


def _step(name: str, source: set[str], target: str, actor: str, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target,
        actor=actor,
        tag=f"queue:ticket:{name}",
        dasar=_SERVED,
        refusal=refusal,
    )


def _undo(target: str) -> Transition:
    return Transition(
        name=f"undo_to_{target}",
        source=_ENDED,
        target=target,
        actor="orang kedua",
        tag="queue:ticket:undo",
        dasar=_SERVED,
        refusal="Nomor ini belum berakhir, jadi tidak ada yang perlu dibetulkan.",
    )


TICKET = Workflow(
    subject="nomor antrean",
    initial=MENUNGGU,
    transitions=[
        _step(
            "call",
            {MENUNGGU},
            DIPANGGIL,
            "petugas",
            "Nomor ini tidak sedang menunggu; panggil nomor berikutnya.",
        ),
        _step(
            "pick",
            {MENUNGGU},
            DIPANGGIL,
            "petugas",
            "Nomor ini tidak sedang menunggu; pilih nomor lain di daftar.",
        ),
        _step(
            "recall",
            {DIPANGGIL},
            DIPANGGIL,
            "petugas",
            "Hanya nomor yang sedang dipanggil yang dapat dipanggil ulang.",
        ),
        _step(
            "begin",
            {DIPANGGIL},
            DILAYANI,
            "petugas",
            "Panggil nomor ini dahulu, lalu mulai layani saat warganya tiba.",
        ),
        _step(
            "hold",
            {DILAYANI},
            DITUNDA,
            "petugas",
            "Hanya nomor yang sedang dilayani yang dapat ditunda; mulai layani dahulu.",
        ),
        _step("resume", {DITUNDA}, DILAYANI, "petugas", "Hanya nomor yang ditunda yang dapat dilanjutkan."),
        _step(
            "transfer",
            {DIPANGGIL, DILAYANI},
            MENUNGGU,
            "petugas",
            "Hanya nomor yang sedang di loket yang dapat dialihkan; panggil atau lanjutkan dahulu.",
        ),
        _step(
            "finish",
            {DILAYANI},
            TicketStatus.SELESAI.value,
            "petugas",
            "Hanya nomor yang sedang dilayani yang dapat diselesaikan; mulai layani dahulu.",
        ),
        _step(
            "no_show",
            {DIPANGGIL},
            TicketStatus.TIDAK_HADIR.value,
            "petugas",
            "Hanya nomor yang sudah dipanggil dan belum dilayani yang dapat dinyatakan tidak hadir.",
        ),
        _step(
            "step_back",
            {MENUNGGU},
            MENUNGGU,
            "warga",
            "Nomor ini tidak sedang menunggu, jadi tidak dapat mundur satu giliran.",
        ),
        _step(
            "cancel",
            {MENUNGGU, DIPANGGIL, DITUNDA},
            TicketStatus.DIBATALKAN.value,
            "warga",
            "Nomor ini sedang dilayani atau sudah berakhir, jadi tidak dapat dibatalkan.",
        ),
        _step(
            "close",
            {MENUNGGU, DIPANGGIL, DILAYANI, DITUNDA},
            TicketStatus.DITINGGALKAN.value,
            "sistem",
            "Nomor ini sudah berakhir.",
        ),
        *(_undo(target) for target in (MENUNGGU, DIPANGGIL, DILAYANI, DITUNDA)),
    ],
)

MELAYANI, ISTIRAHAT = OfficerState.MELAYANI.value, OfficerState.ISTIRAHAT.value
DI_BELAKANG, SELESAI = OfficerState.DI_BELAKANG.value, OfficerState.SELESAI.value
_CLOSED = "Loket ini sudah ditutup; buka loket lagi untuk melayani."


def _turn(name: str, source: set[str], target: str, refusal: str = _CLOSED) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target,
        actor="petugas",
        tag=f"queue:session:{name}",
        dasar=_OPEN,
        refusal=refusal,
    )


SESSION = Workflow(
    subject="loket",
    initial=MELAYANI,
    transitions=[
        _turn("serve", {ISTIRAHAT, DI_BELAKANG, MELAYANI}, MELAYANI),
        _turn("rest", {MELAYANI, DI_BELAKANG, ISTIRAHAT}, ISTIRAHAT),
        _turn("work_behind", {MELAYANI, ISTIRAHAT, DI_BELAKANG}, DI_BELAKANG),
        _turn("close", {MELAYANI, ISTIRAHAT, DI_BELAKANG}, SELESAI),
        _turn(
            "call",
            {MELAYANI},
            MELAYANI,
            "Loket ini sedang tidak melayani; kembali melayani sebelum memanggil.",
        ),
    ],
)
TURNS = {MELAYANI: "serve", ISTIRAHAT: "rest", DI_BELAKANG: "work_behind"}
