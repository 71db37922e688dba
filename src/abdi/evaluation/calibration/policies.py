"""What the state of a board allows, whoever asks."""

from abdi.evaluation.calibration.enums import Answer
from abdi.evaluation.calibration.models import Seat
from abdi.evaluation.calibration.workflow import CALIBRATION
from abdi.evaluation.enums import Rating
from abdi.platform.errors import InputRefused, PolicyRefused


def check_movable(seat: Seat) -> None:
    CALIBRATION.check("move", seat.session.status)
    check_undecided(seat)


def check_undecided(seat: Seat) -> None:
    if seat.evaluation.is_decided:
        raise PolicyRefused(
            f"Predikat {seat.evaluation.skp.employee} sudah ditetapkan; perubahan hanya lewat keberatan."
        )


def check_move(seat: Seat, hasil: str, perilaku: str, reason: str) -> None:
    if not {hasil, perilaku} <= set(Rating.values):
        raise InputRefused("Pilih rating hasil kerja dan rating perilaku yang diusulkan.", field="hasil")
    if (hasil, perilaku) == (seat.hasil, seat.perilaku):
        raise InputRefused("Orang ini sudah berada di kotak itu; pilih kotak lain.", field="hasil")
    if not reason.strip():
        raise InputRefused(
            "Tulis alasan perpindahan ini; pejabat penilainya akan membacanya.", field="reason"
        )


def check_answerable(seat: Seat) -> None:
    check_undecided(seat)
    if seat.answer != Answer.BELUM:
        raise PolicyRefused("Tidak ada usulan kalibrasi yang menunggu jawaban untuk pegawai ini.")
