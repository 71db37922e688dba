"""Standar pelayanan: what was promised to the public, since when, and how it came about."""
