"""Categories, and what an instansi decides for itself. Published through `actions`."""

from typing import Any, TypedDict, Unpack

from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.complaints import permissions
from abdi.voice.complaints.models import Category, ComplaintRules
from abdi.voice.complaints.timing import forget_rules, rules_in_force


class CategoryFields(TypedDict, total=False):
    name: str
    group: str
    description: str
    keywords: str
    layanan: Layanan | None
    unit: Unit | None
    kelas: str
    goes_to_pengawas: bool
    is_active: bool
    attributes: list[dict[str, Any]]


@action
def create_category(*, actor: User, code: str, **fields: Unpack[CategoryFields]) -> Category:
    """Raises InputRefused (a code that is taken), PermissionRefused."""
    permissions.check_can_set_up_complaints(actor)
    return _write(Category(code=code), fields, actor, "create")


@action
def change_category(*, actor: User, category: Category, **fields: Unpack[CategoryFields]) -> Category:
    """What was sorted into it before stays there; `is_active=False` takes it from the forms."""
    permissions.check_can_set_up_complaints(actor)
    hold(category)
    return _write(category, fields, actor, "change")


@action
def ensure_category(*, actor: User, code: str, **fields: Unpack[CategoryFields]) -> Category:
    """The category of this code as it is, made from `fields` only where there is none: for imports."""
    permissions.check_can_set_up_complaints(actor)
    known = Category.objects.filter(code=code).first()
    if known is None:
        return _write(Category(code=code), fields, actor, "create")
    record(actor=actor, tag="complaints:category:ensure", subject=known, data={"code": code})
    return known


@action
def set_rules(*, actor: User, needs_approval: bool, pause_cap: int) -> ComplaintRules:
    """`pause_cap`: working days, 0 to 30, of all pauses of one complaint together."""
    permissions.check_can_set_up_complaints(actor)
    rules = rules_in_force()
    forget_rules()  # before they change: whatever is refused below is not in force
    rules.needs_approval, rules.pause_cap = needs_approval, pause_cap
    write(rules)
    data = {"needs_approval": needs_approval, "pause_cap": pause_cap}
    record(actor=actor, tag="complaints:rules:set", subject=rules, data=data)
    return rules


def _write(row: Category, fields: CategoryFields, actor: User, verb: str) -> Category:
    for name, value in fields.items():
        setattr(row, name, value)
    write(row)
    data = {"code": row.code, "kelas": row.kelas, "active": row.is_active}
    record(actor=actor, tag=f"complaints:category:{verb}", subject=row, data=data)
    return row
