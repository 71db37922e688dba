"""Service standards, queue and requests, floor 4."""
