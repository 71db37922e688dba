"""Being heard before it is decided."""
