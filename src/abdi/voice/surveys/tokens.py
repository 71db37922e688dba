"""The secret in the address of a survey: made from the case by a key, so that no table holds it."""

from abdi.platform.encryption import keyed_digest
from abdi.platform.verification.codes import ALPHABET, as_typed

LENGTH = 16  # 32^16: nobody finds a stranger's by trying


def secret_of(case: str) -> str:
    """Sixteen letters for a ticket or a permohonan, the same whenever asked."""
    number, letters = int(keyed_digest(f"survei:{case}"), 16), ""
    for _place in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return letters


def digest_of(secret: str) -> str:
    """Under which its token is found."""
    return keyed_digest(f"survei-tautan:{as_typed(secret)}")


def submission_of(digest: str, submission: str) -> str:
    """Which sending of the form it was; of no use to who has not the form."""
    return keyed_digest(f"survei-kiriman:{digest}:{submission}")
