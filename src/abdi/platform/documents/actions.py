"""How an instansi's sheets look."""

from collections.abc import Callable
from io import BytesIO

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.documents.emblem import KINDS, PURPOSE, check_drawable
from abdi.platform.files.actions import store_file
from abdi.platform.files.models import StoredFile


@action
def set_emblem(*, actor: User, image: bytes, name: str, permit: Callable[[User], None]) -> StoredFile:
    """Print this image at the head of sheets from now on; `permit` raises PermissionRefused.

    Sheets that were issued before keep the emblem they were issued with.
    """
    permit(actor)
    check_drawable(image)
    stored = store_file(actor=actor, content=BytesIO(image), name=name, purpose=PURPOSE, accept=KINDS)
    record(actor=actor, tag="documents:emblem:set", subject=stored, data={"sha256": stored.sha256})
    return stored
