"""The mark of an issued document: a code, and the address where anybody can ask whether it holds."""

import io
from dataclasses import dataclass

import segno


@dataclass(frozen=True)
class Seal:
    """`code` as people read it, `address` as a phone opens it."""

    code: str
    address: str

    def as_dict(self) -> dict[str, str]:
        """As /platform/documents/forms.typ reads it: kode, alamat, qr (an SVG)."""
        return {"kode": self.code, "alamat": self.address, "qr": qr_svg(self.address)}


def qr_svg(text: str) -> str:
    """A QR code as one SVG path; level M still reads with a seventh of it worn off a folded sheet."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
