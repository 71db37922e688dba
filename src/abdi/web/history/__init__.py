"""What the audit trail says, in words for people."""

from abdi.web.history import installation, performance, services, voice

WORDS = installation.WORDS | performance.WORDS | services.WORDS | voice.WORDS


def in_words(tag: str) -> str:
    """The sentence of a tag; a tag without one stands for itself."""
    return str(WORDS.get(tag, tag))
