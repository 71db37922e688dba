"""How a predikat reaches the person it is about (PP 30/2019 Ps 49 and 50)."""

from abdi.evaluation.handover.enums import HandoverStatus
from abdi.platform.workflow import Transition, Workflow

_WAITING, _HANDED = HandoverStatus.MENUNGGU.value, HandoverStatus.DISERAHKAN.value
_RECEIVED, _REFUSED = HandoverStatus.DITERIMA.value, HandoverStatus.DITOLAK.value

HANDOVER = Workflow(
    subject="handover",
    initial=_WAITING,
    transitions=[
        Transition(
            name="hand_over",
            source=frozenset({_WAITING}),
            target=_HANDED,
            actor="pejabat penilai",
            tag="evaluation:handover:hand_over",
            dasar="PP 30/2019 Ps 49(2)",
            refusal="Rapor ini sudah diserahkan atau sudah ditetapkan atasan pejabat penilai.",
        ),
        Transition(
            name="receive",
            source=frozenset({_HANDED}),
            target=_RECEIVED,
            actor="pegawai",
            tag="evaluation:handover:receive",
            dasar="PP 30/2019 Ps 49(3)",
            refusal="Rapor ini belum diserahkan, atau penerimaannya sudah tercatat.",
        ),
        Transition(
            name="sign",
            source=frozenset({_HANDED, _RECEIVED}),
            target=HandoverStatus.DITANDATANGANI.value,
            actor="pegawai",
            tag="evaluation:handover:sign",
            dasar="PP 30/2019 Ps 49(3)",
            refusal="Hanya rapor yang sudah diserahkan dan belum selesai yang dapat ditandatangani.",
        ),
        Transition(
            name="refuse",
            source=frozenset({_HANDED, _RECEIVED}),
            target=_REFUSED,
            actor="pegawai",
            tag="evaluation:handover:refuse",
            dasar="PP 30/2019 Ps 50",
            refusal="Hanya rapor yang sudah diserahkan dan belum selesai yang dapat ditolak tanda tangannya.",
        ),
        Transition(
            name="settle",
            source=frozenset({_WAITING, _HANDED, _RECEIVED, _REFUSED}),
            target=HandoverStatus.DITETAPKAN_ATASAN.value,
            actor="atasan pejabat penilai",
            tag="evaluation:handover:settle",
            dasar="PP 30/2019 Ps 50",
            refusal="Rapor ini sudah selesai, jadi tidak perlu ditetapkan atasan.",
        ),
    ],
)
