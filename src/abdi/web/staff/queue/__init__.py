"""Number lines, counters and boards of a unit."""
