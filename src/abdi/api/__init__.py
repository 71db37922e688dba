"""The JSON API, floor 11: as thin as a view."""
