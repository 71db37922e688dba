"""Keeping what people hand in."""

from collections.abc import Collection
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.files.kinds import ALL, Kind, kind_of
from abdi.platform.files.models import StoredFile
from abdi.platform.files.names import clean_name
from abdi.platform.files.store import measure, write
from abdi.platform.tenancy.scope import current_instansi


@action
def store_file(
    *, actor: User, content: BinaryIO, name: str, purpose: str, accept: Collection[Kind] = ALL
) -> StoredFile:
    """Keep one file of an accepted kind. Whether `actor` may add it is for the caller's action to check.

    `content` is seekable (an uploaded file is). Raises `InputRefused` for what is empty, too large, a program,
    or of another kind than accepted or than its name says.
    """
    name = clean_name(name)
    written = measure(content, name)
    kind = kind_of(content, name)
    if kind not in accept:
        raise InputRefused(
            _("“%(name)s” adalah berkas %(kind)s; di sini yang diterima: %(accepted)s.")
            % {"name": name, "kind": kind.label, "accepted": ", ".join(one.label for one in accept)},
            field="file",
        )
    write(content, current_instansi().code, written.sha256)
    stored = StoredFile(
        sha256=written.sha256,
        size=written.size,
        content_type=kind.content_type,
        name=name,
        purpose=purpose,
        owner=actor,
    )
    stored.save(force_insert=True)
    data = {"sha256": written.sha256, "size": written.size, "type": kind.content_type, "purpose": purpose}
    record(actor=actor, tag="files:file:store", subject=stored, data=data)
    return stored
