"""What may be reported: our categories of complaint, as services of Open311."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from abdi.api.open311.refusals import Refused
from abdi.api.questions import questions_of
from abdi.voice.complaints.models import Category

# what comes in waits for verification, so a report gets its token at once and its number later
TYPE = "batch"


def offered() -> QuerySet[Category]:
    """Without those that go around the office (bribes, retaliation): they are not led through another's system."""
    return Category.objects.filter(is_active=True, goes_to_pengawas=False).order_by("group", "name", "code")


def category_of(code: str) -> Category:
    category = offered().filter(code=code).first()
    if category is None:
        raise Refused(404, _("service_code “%s” tidak ada.") % code[:100])
    return category


def service(category: Category) -> dict[str, Any]:
    return {
        "service_code": category.code,
        "service_name": category.name,
        "description": category.description,
        "metadata": bool(questions_of(category)),
        "type": TYPE,
        "keywords": category.keywords,
        "group": category.group,
    }


def definition(category: Category) -> dict[str, Any]:
    attributes = [
        {
            "variable": one.is_asked,
            "code": one.code,
            "datatype": one.datatype,
            "required": one.is_required,
            "datatype_description": one.hint,
            "order": number,
            "description": one.text,
            "values": [{"key": key, "name": name} for key, name in one.values.items()],
        }
        for number, one in enumerate(questions_of(category), start=1)
    ]
    return {"service_code": category.code, "attributes": attributes}
