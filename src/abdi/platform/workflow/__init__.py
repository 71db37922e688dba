"""A workflow is a table; these are its rows and its one reader."""

from abdi.platform.workflow.table import Transition, Workflow

__all__ = ["Transition", "Workflow"]
