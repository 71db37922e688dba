"""What each process of a crowd does. The exit code says how it went: 0 done, 3 refused by policy, 4 by input."""

import os

from abdi.platform.accounts.models import User, public_user
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Complaint
from bench import crowd


def take(username: str, pk: int) -> None:
    with crowd.example():
        complaint, actor = Complaint.objects.get(pk=pk), User.objects.get(username=username)
        try:
            crowd.press(actions.take, actor=actor, complaint=complaint)
        except PolicyRefused:
            os._exit(3)


def file_again() -> None:
    with crowd.example():
        told = {"kind": "pengaduan", "channel": "web", "text": "Loket tutup.", "submission": "kedua"}
        try:
            crowd.press(actions.file_complaint, actor=public_user(), **told)
        except InputRefused:
            os._exit(4)
