"""Documents of Rina's plan; a batch of Sari's, a row without a trail, since looking must leave none."""

from abdi.platform.batches.models import Batch
from abdi.platform.verification.codes import new_seal
from abdi.platform.verification.models import Issued


def batch_of(world):
    found = Batch.objects.first()
    if found is None:
        found = Batch(kind="skp", title="SKP", total=1, ordered_by=world.office.user("sari"))
        found.save()
    return found.uid


def issued(world):
    return Issued.objects.first() or Issued.objects.create(
        code=new_seal().code,
        kind="skp",
        subject_uid=world.evaluation.skp.uid,
        digest="0" * 64,
        sha256=world.upload.sha256,
        file=world.upload,
        issued_by=world.office.user("rina"),
    )


batch = {"uid": batch_of}
paper = {"kind": lambda world: "skp", "uid": lambda world: world.evaluation.skp.uid}

FACTORIES = {
    "public:check_code": {"code": lambda world: issued(world).code},
    "public:check_file": {"sha256": lambda world: issued(world).sha256},
    "workplace:batch": batch,
    "workplace:batch_file": batch,
    "workplace:batch_remove": batch,
    "workplace:paper": paper,
    "workplace:paper_issue": paper,
    "workplace:paper_file": paper,
    "workplace:paper_sign": paper,
}
