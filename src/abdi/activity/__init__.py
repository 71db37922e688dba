"""Daily progress, evidence and dialogue, floor 7."""
