"""Standar pelayanan: drafted, discussed, set, reviewed."""
