"""Projects that people take part in."""
