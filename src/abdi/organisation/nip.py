"""NIP and NI PPPK, judged by the rule `nip`."""

from datetime import date

from abdi.platform.errors import InputRefused
from abdi.rules import evaluate


def nip_errors(nip: str, on: date) -> list[str]:
    """Everything wrong with a number, one sentence each; empty when it is right."""
    result = evaluate("nip", on=on, input={"nip": nip})
    return [str(sentence) for sentence in result.details.get("kesalahan") or ()]


def check_nip(nip: str, on: date) -> None:
    """Refuse with every error at once; an employee without a number yet passes."""
    errors = nip_errors(nip, on) if nip else []
    if errors:
        raise InputRefused(" ".join(errors), field="nip")
