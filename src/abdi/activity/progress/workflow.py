"""How a day's progress comes to be approved (PP 30/2019 Ps 26: documented daily to yearly)."""

from abdi.activity.progress.enums import EntryStatus
from abdi.platform.workflow import Transition, Workflow

DIISI, DIKEMBALIKAN = EntryStatus.DIISI.value, EntryStatus.DIKEMBALIKAN.value
DISETUJUI, DITARIK = EntryStatus.DISETUJUI.value, EntryStatus.DITARIK.value
DASAR = "PP 30/2019 Ps 26"

ENTRY = Workflow(
    subject="progress",
    initial=DIISI,
    transitions=[
        Transition(
            name="change",
            source=frozenset({DIISI, DIKEMBALIKAN}),
            target=DIISI,
            actor="pegawai",
            tag="progress:entry:change",
            dasar=DASAR,
            refusal="Progres ini sudah disetujui atau ditarik, jadi terkunci; minta atasan mengembalikannya dahulu.",
        ),
        Transition(
            name="withdraw",
            source=frozenset({DIISI, DIKEMBALIKAN}),
            target=DITARIK,
            actor="pegawai",
            tag="progress:entry:withdraw",
            dasar=DASAR,
            refusal="Hanya progres yang belum disetujui yang dapat ditarik; minta atasan mengembalikannya dahulu.",
        ),
        Transition(
            name="approve",
            source=frozenset({DIISI}),
            target=DISETUJUI,
            actor="pejabat penilai",
            tag="progress:entry:approve",
            dasar=DASAR,
            refusal="Tidak ada yang menunggu persetujuan di antara yang dipilih; muat ulang daftarnya.",
        ),
        Transition(
            name="return",
            source=frozenset({DIISI, DISETUJUI}),
            target=DIKEMBALIKAN,
            actor="pejabat penilai",
            tag="progress:entry:return",
            dasar=DASAR,
            refusal="Progres ini sudah dikembalikan atau ditarik pegawainya.",
        ),
    ],
)
