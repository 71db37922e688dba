"""A parameter that an instansi may set."""

_settable = {"path": lambda _world: "tenggat/skp_putusan_keberatan"}
FACTORIES = {"staff:parameter_set": _settable, "staff:parameter_lift": _settable}
