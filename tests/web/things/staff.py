"""Rina as an employee, her unit and layanan; a notice of hers; the law."""

from abdi.platform.notifications.models import Notice

rina = {"uid": lambda world: world.office.rina.uid}
agency = {"code": lambda world: world.instansi.code}

FACTORIES = {
    "notices:read": {"uid": lambda world: Notice.objects.of(world.office.user("rina")).first().uid},
    "staff:employee": rina,
    "staff:employee_change": rina,
    "staff:placement_new": rina,
    "staff:assessor_new": rina,
    "staff:sign_in_new": rina,
    "staff:password_new": rina,
    "staff:sign_in_lock": rina,
    "staff:sign_in_unlock": rina,
    "staff:role_new": rina,
    "staff:placement_end": {"uid": lambda world: world.office.rina.placements.get().uid},
    "staff:assessor_end": {"uid": lambda world: world.office.rina.lines_up.get().uid},
    "staff:role_end": {"uid": lambda world: world.office.user("sari").role_grants.get().uid},
    "staff:unit_change": {"uid": lambda world: world.office.unit.uid},
    "staff:layanan_change": {"uid": lambda world: world.office.layanan.uid},
    "staff:agency_change": agency,
    "staff:agency_enter": agency,
    "staff:import_preview": {"uid": lambda world: world.upload.uid},
    "law:parameter": {"path": lambda _world: "tenggat/skp_putusan_keberatan"},
    "law:rule": {"name": lambda _world: "nip"},
}
