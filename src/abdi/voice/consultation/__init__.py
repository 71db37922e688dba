"""Topics on which the public is heard, and what the office answers."""
