"""How a reservation ends."""

from abdi.platform.workflow import Transition, Workflow
from abdi.services.reservations.enums import ReservationStatus

DIPESAN = ReservationStatus.DIPESAN.value
_DASAR = "UU 25/2009 Ps 21; PermenPANRB 15/2014 (prosedur pelayanan)"


def _step(name: str, target: ReservationStatus, actor: str, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset({DIPESAN}),
        target=target.value,
        actor=actor,
        tag=f"reservations:reservation:{name}",
        dasar=_DASAR,
        refusal=refusal,
    )


RESERVATION = Workflow(
    subject="reservasi",
    initial=DIPESAN,
    transitions=[
        _step(
            "check_in",
            ReservationStatus.TIBA,
            "warga",
            "Reservasi ini sudah dipakai lapor tiba pada harinya; ambil nomor baru bila perlu dilayani lagi.",
        ),
        _step(
            "cancel",
            ReservationStatus.DIBATALKAN,
            "warga",
            "Reservasi ini sudah dipakai, dibatalkan, atau hangus, jadi tidak ada yang perlu dibatalkan.",
        ),
        _step(
            "expire", ReservationStatus.HANGUS, "sistem", "Hanya reservasi yang belum dipakai yang hangus."
        ),
    ],
)
