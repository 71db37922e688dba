"""Two phones with one link, each a real process: one answer."""

PREPARE = """
from tests.voice.surveys.test_processes import serve
serve()
"""

ANSWER = """
import sys
from tests.voice.surveys.test_processes import answer_all
print(answer_all("SUBMISSION"))
"""
LINKS = 12


def finished(process) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def serve() -> None:
    """Links for a dozen cases, in an instansi of its own."""
    from uuid import UUID

    from abdi.platform.accounts.models import system_user
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope
    from abdi.voice.surveys.actions import mint
    from tests.cast import open_office
    from tests.voice.surveys.conftest import Desk

    with instansi_scope(Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")):
        desk = Desk(open_office())
        for number in range(LINKS):
            mint(actor=system_user(), served=desk.served(case=str(UUID(int=number))))


def answer_all(submission: str) -> int:
    """How many of the links this process could answer."""
    from uuid import UUID

    from abdi.platform.accounts.models import public_user
    from abdi.platform.errors import PolicyRefused
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope
    from abdi.voice.surveys.actions import answer
    from abdi.voice.surveys.selectors import token_by_secret
    from abdi.voice.surveys.signs import Circumstances
    from abdi.voice.surveys.tokens import secret_of
    from tests.voice.surveys.conftest import sheet

    answered = 0
    with instansi_scope(Instansi.objects.get()):
        tokens = [token_by_secret(secret_of(str(UUID(int=number)))) for number in range(LINKS)]
        for token in tokens:
            told = {"token": token, "sheet": sheet(), "submission": submission, "around": Circumstances()}
            try:
                answer(actor=public_user(), **told)
                answered += 1
            except PolicyRefused:
                continue
    return answered


COUNT = """
from abdi.voice.surveys.models import Response
print(Response.everywhere.count())
"""


def run(own_installation, code):
    return own_installation.start("shell", "--no-imports", "-c", code)


def test_two_at_once_answer_each_link_once(own_installation):
    finished(run(own_installation, PREPARE))
    twice = [run(own_installation, ANSWER.replace("SUBMISSION", one)) for one in ("satu", "dua", "dua")]
    told = [int(finished(process)) for process in twice]
    assert LINKS <= sum(told) <= 2 * LINKS  # the two who send the same may both be thanked
    assert int(finished(run(own_installation, COUNT))) == LINKS
