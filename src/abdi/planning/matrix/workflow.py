"""From an empty cell to somebody's RHK (PermenPANRB 6/2022, annex)."""

from abdi.planning.matrix.enums import CellStatus
from abdi.platform.workflow import Transition, Workflow

KOSONG, CALON, DITERIMA = CellStatus.KOSONG.value, CellStatus.CALON.value, CellStatus.DITERIMA.value
DASAR = "PermenPANRB 6/2022, lampiran"

CELL = Workflow(
    subject="sel matriks",
    initial=KOSONG,
    transitions=[
        Transition(
            name="fill",
            source=frozenset({KOSONG, CALON}),
            target=CALON,
            actor="pimpinan",
            tag="planning:matrix_cell:fill",
            dasar=DASAR,
            refusal="Isi sel ini sudah menjadi RHK; perubahannya diberitahukan kepada pegawai, bukan diisi ulang.",
        ),
        Transition(
            name="reword",
            source=frozenset({DITERIMA}),
            target=DITERIMA,
            actor="pimpinan",
            tag="planning:matrix_cell:reword",
            dasar=DASAR,
            refusal="Sel ini belum menjadi RHK; isi saja kembali.",
        ),
        Transition(
            name="accept",
            source=frozenset({CALON}),
            target=DITERIMA,
            actor="pegawai",
            tag="planning:matrix_cell:accept",
            dasar=DASAR,
            refusal="Isi matriks ini sudah menjadi RHK; lihat RHK-nya di SKP Anda.",
        ),
        Transition(
            name="clear",
            source=frozenset({CALON}),
            target=KOSONG,
            actor="pimpinan",
            tag="planning:matrix_cell:clear",
            dasar=DASAR,
            refusal="Isi matriks ini sudah menjadi RHK; minta pegawainya menghapus RHK itu dahulu.",
        ),
    ],
)
