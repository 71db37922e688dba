"""Saying what went wrong, and following what becomes of it."""
