"""The verbs of the library."""

from collections.abc import Mapping
from typing import Any

from abdi.measurement.catalogue import find_metric
from abdi.planning.library import permissions
from abdi.planning.library.models import IkiTemplate
from abdi.planning.library.seeds import seeds
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.validation import write


@action
def load_library(*, actor: User) -> list[IkiTemplate]:
    """Those of the thirty seeds the instansi does not have yet; what it removed comes back, its own stay."""
    permissions.check_can_keep_library(actor)
    known = set(IkiTemplate.objects.values_list("code", flat=True))
    added = [write(IkiTemplate(**seed)) for seed in seeds() if seed["code"] not in known]
    record(
        actor=actor,
        tag="planning:library:load",
        subject=current_instansi(),
        data={"added": [one.code for one in added]},
    )
    return added


@action
def add_template(*, actor: User, fields: Mapping[str, Any]) -> IkiTemplate:
    """One of the instansi's own; `fields` are those of `IkiTemplate`. Raises InputRefused for an unknown metric."""
    permissions.check_can_keep_library(actor)
    template = IkiTemplate(**fields)
    if template.metric:
        find_metric(template.metric)
    write(template)
    record(actor=actor, tag="planning:iki_template:add", subject=template, data={**fields})
    return template


@action
def remove_template(*, actor: User, template: IkiTemplate) -> None:
    """Indicators already taken from it stay as they are: they were copied."""
    permissions.check_can_keep_library(actor)
    record(
        actor=actor,
        tag="planning:iki_template:remove",
        subject=template,
        data={"code": template.code, "text": template.text},
    )
    template.delete()
