"""The outlines of the units' areas, and what lies in them."""
