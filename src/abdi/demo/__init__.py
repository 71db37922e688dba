"""The cast: one fictional region and one plausible year, floor 12."""
