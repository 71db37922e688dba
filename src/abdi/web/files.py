"""A stored file as an answer."""

from collections.abc import Callable

from django.http import FileResponse, Http404

from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import served_file


def anybody(_file: StoredFile) -> None:
    """The permit of what was looked for among public things alone."""


def stored(file: StoredFile | None, *, permit: Callable[[StoredFile], None]) -> FileResponse:
    """Harmless kinds are shown, the others downloaded, and no cache keeps them; 404 where there is none."""
    if file is None:
        raise Http404
    served = served_file(file, permit=permit)
    return FileResponse(
        served.path.open("rb"),
        content_type=served.content_type,
        filename=served.name,
        as_attachment=not served.inline,
        headers={"Cache-Control": "private, no-store"},
    )
