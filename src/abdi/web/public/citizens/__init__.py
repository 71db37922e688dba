"""Proving an address, to take part."""
