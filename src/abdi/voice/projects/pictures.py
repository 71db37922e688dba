"""Pictures of a project, kept without anything but the picture."""

from typing import BinaryIO

from abdi.platform.accounts.models import User
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import JPEG
from abdi.platform.files.models import StoredFile
from abdi.platform.files.pictures import redrawn

PURPOSE = "projects.picture"
SHOWN = 960  # pixels of the longer side: five of them on one page, on a slow connection


def keep_picture(actor: User, picture: BinaryIO, field: str) -> StoredFile:
    """`field` of the form, for the refusal of what is no picture."""
    drawn = redrawn(picture, field=field, largest=SHOWN).content
    return store_file(actor=actor, content=drawn, name="gambar.jpg", purpose=PURPOSE, accept=[JPEG])
