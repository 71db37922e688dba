"""Edges, floor 10: one folder per outside system."""
