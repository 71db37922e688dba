"""The survey as a citizen meets it."""
