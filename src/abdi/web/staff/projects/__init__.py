"""Keeping a participatory project."""
