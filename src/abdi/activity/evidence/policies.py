"""What the state of the supported thing allows, whoever asks."""

from abdi.activity.evidence.subject import Subject
from abdi.platform.errors import PolicyRefused


def check_open(subject: Subject) -> None:
    if not subject.is_open():
        raise PolicyRefused(
            "Yang didukung bukti ini sudah disetujui, jadi buktinya terkunci; minta atasan mengembalikannya dahulu."
        )
