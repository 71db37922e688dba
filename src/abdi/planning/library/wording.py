"""A typical target as people read it."""

from abdi.planning.library.models import IkiTemplate
from abdi.planning.models import Iki
from abdi.planning.wording import target_text


def typical_target(template: IkiTemplate) -> str:
    """≥ 90 % · the words where it has no number · empty where it has neither."""
    described = {"arah": template.arah, "target": template.target, "satuan": template.satuan}
    return target_text(Iki(target_text=template.target_text, **described))
