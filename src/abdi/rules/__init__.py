"""The law as pure, dated code: no Django, no clock, no database.

``evaluate`` runs one rule as it stood on one day; everything else describes what there is to run.
"""

from abdi.rules.engine import Result, evaluate, list_rules
from abdi.rules.errors import RuleInputError
from abdi.rules.kalender import Calendar, working_seconds
from abdi.rules.parameters import Parameter, check_override, list_parameters
from abdi.rules.registry import Outcome, Rule

__all__ = [
    "Calendar",
    "Outcome",
    "Parameter",
    "Result",
    "Rule",
    "RuleInputError",
    "check_override",
    "evaluate",
    "list_parameters",
    "list_rules",
    "working_seconds",
]
