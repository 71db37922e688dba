"""The emblem an instansi prints at the head of its sheets."""

import typst

from abdi.platform.documents.engine import compile_source
from abdi.platform.errors import InputRefused
from abdi.platform.files.kinds import JPEG, PNG
from abdi.platform.files.models import StoredFile

PURPOSE = "documents.emblem"
LARGEST = 64 << 10  # bytes; it is drawn anew on every sheet, two centimetres high
KINDS = (PNG, JPEG)

_PROOF = '#import "/platform/documents/lambang.typ": lambang\n#set document(title: "Lambang")\n#lambang'


def emblem() -> list[int] | None:
    """The bytes of the image as /platform/documents/lambang.typ takes them; None for the plain mark."""
    stored = StoredFile.objects.filter(purpose=PURPOSE).first()
    return list(stored.path.read_bytes()) if stored and stored.path.is_file() else None


def check_drawable(image: bytes) -> None:
    """Drawn once on trial: an image that breaks would break every sheet."""
    if len(image) > LARGEST:
        raise InputRefused(
            f"Lambang paling besar {LARGEST >> 10} KiB; perkecil gambarnya dahulu.", field="file"
        )
    try:
        compile_source(_PROOF, {"judul": "Lambang", "lambang": list(image)})
    except typst.TypstError:
        raise InputRefused(
            "Gambar ini tidak dapat digambar; simpan ulang sebagai PNG atau JPEG.", field="file"
        ) from None
