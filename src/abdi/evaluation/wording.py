"""Words asked of people."""

from abdi.platform.errors import InputRefused


def stated(text: str, refusal: str, field: str) -> str:
    """The text without its edges. Raises InputRefused with the sentence `refusal` where there is none."""
    if not text.strip():
        raise InputRefused(refusal, field=field)
    return text.strip()
