"""Who waits elsewhere is told twice at most, and only who asked for it."""

from abdi.platform.accounts.models import public_user
from abdi.platform.followers.actions import follow
from abdi.platform.outbox.models import Message


def told():
    rows = Message.objects.filter(topic__startswith="followers.").order_by("pk")
    return [one.payload["title"] for one in rows]


def test_near_and_called_once_each(hall):
    tickets = [hall.issue() for _ in range(6)]
    follow(actor=public_user(), subject=tickets[4], email="warga@example.test")
    session = hall.sit()
    hall.serve(session)  # four, then three ahead
    assert told() == []
    hall.serve(session)  # two ahead
    hall.serve(session)
    hall.serve(session)
    hall.serve(session)
    assert told() == ["Giliran nomor A-005 hampir tiba", "Nomor A-005 dipanggil"]
