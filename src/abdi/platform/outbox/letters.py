"""A message that is brought about as a letter."""

from collections.abc import Iterable, Mapping

from django.core.mail import EmailMessage

from abdi.platform.outbox.handlers import Delivery
from abdi.platform.tenancy.scope import current_instansi

OURS = "@abdi>"  # how our Message-IDs end: an answer to one is not taken for a letter of its own


def letter(
    delivery: Delivery, *, to: str, title: str, parts: Iterable[str], headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """From the instansi, with a paragraph for each of `parts` that says anything.

    Sent twice after a crash, it keeps its Message-ID, so that mail systems show it once.
    """
    return EmailMessage(
        subject=f"[{current_instansi().name}] {title}".replace("\n", " "),
        body="\n\n".join(filter(None, parts)),
        to=[to],
        headers={"Message-ID": f"<{delivery.key.replace(':', '.')}{OURS}", **(headers or {})},
    )
