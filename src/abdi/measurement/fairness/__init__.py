"""Fair comparison: who differs from what the same mix of work would lead one to expect."""
