"""Judging a period, floor 8."""
