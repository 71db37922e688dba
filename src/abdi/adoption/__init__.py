"""Winning people over, floor 9."""
