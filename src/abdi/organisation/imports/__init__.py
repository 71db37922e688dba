"""Employees from a spreadsheet: a preview that writes nothing, then all of it or nothing."""

from abdi.organisation.imports.actions import ImportResult, apply_import
from abdi.organisation.imports.plan import Change
from abdi.organisation.imports.preview import ImportPreview, NewUnit, PreviewRow, preview_import
from abdi.organisation.imports.rows import CellError
from abdi.organisation.imports.template import import_template

__all__ = [
    "CellError",
    "Change",
    "ImportPreview",
    "ImportResult",
    "NewUnit",
    "PreviewRow",
    "apply_import",
    "import_template",
    "preview_import",
]
