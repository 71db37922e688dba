"""What the state of an SKP and its lines allows, whoever asks."""

from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.selectors import judge_of, superior_over
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of
from abdi.planning.models import Skp
from abdi.platform.errors import InputRefused, PolicyRefused


def check_needs_reviewer(skp: Skp, employee: Employee) -> None:
    """A superior by line is the one the law names (PP 30/2019 Ps 59); nobody is named past him."""
    judge = judge_of(skp)
    if superior := assessor_of(judge):
        raise PolicyRefused(f"{judge} punya atasan, yaitu {superior}; pejabat pemutus tidak perlu ditunjuk.")
    if employee in {judge, skp.employee}:
        raise InputRefused(
            "Pejabat pemutus harus orang lain, bukan pegawai atau penilainya.", field="employee"
        )


def superior_for(conflict: Conflict) -> Employee:
    """Who decides on it. Raises PolicyRefused while there is nobody."""
    superior = superior_over(conflict.skp, conflict.assessor)
    if superior is None:
        raise PolicyRefused(
            f"{conflict.assessor} tidak punya atasan; minta admin instansi menunjuk pejabat pemutus dahulu."
        )
    return superior
