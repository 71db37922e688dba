"""Pictures of a complaint: drawn anew, so that nothing of the telephone, the place or the owner stays in them."""

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from abdi.platform.accounts.models import User
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import JPEG
from abdi.platform.files.models import StoredFile
from abdi.platform.files.pictures import SMALL, redrawn
from abdi.platform.validation import write
from abdi.voice.complaints import policies
from abdi.voice.complaints.models import Complaint, Photo

PURPOSE = "complaints.photo"


def keep_photos(complaint: Complaint, photos: Sequence[BinaryIO], actor: User) -> None:
    """Raises InputRefused (`photos`) for a sixth, and for what is no picture or is too large."""
    first = complaint.photos.count()
    policies.check_photos(photos, first)
    for number, content in enumerate(photos, start=first + 1):
        drawn = redrawn(content, field="photos")
        photo = Photo(complaint=complaint, number=number, width=drawn.width, height=drawn.height)
        photo.file = _stored(drawn.content, number, actor)
        photo.thumb = _stored(redrawn(drawn.content, field="photos", largest=SMALL).content, number, actor)
        write(photo)


def _stored(content: BytesIO, number: int, actor: User) -> StoredFile:
    """Under a name of ours: how the file was called on the telephone says more than it should."""
    content.seek(0)
    return store_file(actor=actor, content=content, name=f"foto-{number}.jpg", purpose=PURPOSE, accept=[JPEG])
