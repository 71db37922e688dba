"""Outlines of the units."""
