"""Projects that people take part in, from idea to use."""
