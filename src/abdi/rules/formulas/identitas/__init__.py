"""NIP and NIK: the parts of a number, or every fault in it, told at once.

Faults are an answer, not an exception: an import shows all of them beside the row.
"""

from abdi.rules.formulas.identitas import nik, nip

__all__ = ["nik", "nip"]
