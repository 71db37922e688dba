"""Documents of Rina's plan; a batch of Sari's, a row without a trail, since looking must leave none."""

from abdi.platform.batches.models import Batch


def batch_of(world):
    found = Batch.objects.first()
    if found is None:
        found = Batch(kind="skp", title="SKP", total=1, ordered_by=world.office.user("sari"))
        found.save()
    return found.uid


batch = {"uid": batch_of}
paper = {"kind": lambda world: "skp", "uid": lambda world: world.evaluation.skp.uid}

FACTORIES = {
    "workplace:batch": batch,
    "workplace:batch_file": batch,
    "workplace:batch_remove": batch,
    "workplace:paper": paper,
    "workplace:paper_issue": paper,
    "workplace:paper_file": paper,
    "workplace:paper_sign": paper,
}
