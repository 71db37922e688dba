"""Complaints as JSON: filing one, and following it by its code."""
