"""Docs that cannot rot: what the code declares is what the pages say."""

import ast
import re
import tomllib

import pytest

from abdi.config.reference import PAGES
from tests.data import ROOT

DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "abdi"
GLOSSARY = tomllib.loads((DOCS / "glossary.toml").read_text())

# English words that name models and enums; everything else must be a term of the glossary
ENGLISH = set(
    re.findall(
        r"\w+",
        """
        About Absence Action Agreed Agreement Alternative Annex Answer Api Archive Area Assessment Audit Batch
        Board Calendar Call Cause Cell Channel Citizen Clinic Code Collection Comment Competency Conflict
        Contest Contribution Correction Counter Dated Day Decision Deed Device Dialogue Document Element
        Employee Entry Evaluation Evidence Exchange Fact Feedback File Finding Follow Follower Forum Found
        Giver Grant Ground Group Handover Head Heartbeat Held Hidden In Instrument Interval Invitation Issued
        Item Key Kind Knock Learnt Level Line Matrix Measured Member Message Metric Milestone Model Move Note
        Notice Officer Onboarding Open Organisation Outage Outcome Parameter Participant Pause Period Phase
        Photo Place Placement Planned Pool Position Post Priority Progress Project Proposal Publication
        Quarter Question Rating Reading Realisation Reason Rejection Report Reporting Request Reservation
        Response Result Review Reviewer Revision Role Router Rule Ruling Run Schedule Scheduled Scope Scores
        Sealed Seat Segment Session Setting Sign Signatory Slot Source Special Spending Standing State Status
        Step Stored Subject Suggestion Support Survey Target Template Tenant Term Theme Ticket Time Token
        Topic Unit Up User Value Version Visit Vote Weighing Word Wording Work
        """,
    )
)


@pytest.mark.parametrize("name", PAGES)
def test_reference_page_is_what_the_code_declares(name):
    assert (DOCS / "reference" / name).read_text() == PAGES[name](), "run: abdi reference"


@pytest.mark.parametrize("term", GLOSSARY)
def test_glossary_names_what_exists(term):
    source = "\n".join(path.read_text() for path in SOURCE.rglob("*.py"))
    missing = [one for one in GLOSSARY[term]["identifiers"] if not re.search(rf"\b{one}\b", source)]
    assert missing == []


def test_every_word_of_a_model_or_enum_is_english_or_in_the_glossary():
    terms = {word for entry in GLOSSARY.values() for name in entry["identifiers"] for word in _words(name)}
    unknown = {
        f"{path.relative_to(SOURCE)}: {node.name}"
        for path in [*SOURCE.rglob("models.py"), *SOURCE.rglob("enums.py")]
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.endswith(("QuerySet", "Manager"))
        if not _words(node.name) <= ENGLISH | terms
    }
    assert unknown == set()


def test_every_context_has_its_readme():
    contexts = {path.parent for path in SOURCE.glob("*/models.py")} | {SOURCE / "rules"}
    assert {path.name for path in contexts if not (path / "README.md").exists()} == set()


def _words(name: str) -> set[str]:
    return set(re.findall(r"[A-Z][a-z]+|[A-Z]+(?![a-z])", name))
