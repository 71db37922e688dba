"""Complaints handled elsewhere, from a table."""
