"""Rina's plan and its evaluation, which are there from the start."""

skp = {"uid": lambda world: world.evaluation.skp.uid}
rhk = {"uid": lambda world: world.evaluation.skp.rhk.first().uid}
evaluation = {"uid": lambda world: world.evaluation.uid}

FACTORIES = {
    "workplace:skp_detail": skp,
    "workplace:skp_paper": skp,
    "workplace:rhk_add": skp,
    "workplace:ekspektasi": skp,
    "workplace:annex": skp,
    "workplace:skp_submit": skp,
    "workplace:skp_return": skp,
    "workplace:skp_agree": skp,
    "workplace:skp_reopen": skp,
    "workplace:evaluation_open": skp,
    "workplace:rhk_remove": rhk,
    "workplace:iki_add": rhk,
    "workplace:iki_remove": {"uid": lambda world: world.measured.iki.uid},
    "workplace:evaluation": evaluation,
    "workplace:measure_again": evaluation,
    "workplace:feedback": evaluation,
    "workplace:rate": evaluation,
    "workplace:evaluation_paper": evaluation,
    "workplace:summary_paper": evaluation,
    "workplace:report": {**evaluation, "iki": lambda world: world.reported.uid},
    "workplace:why": {"uid": lambda world: world.measured.uid},
}
