"""One code, everything that became of an errand."""
