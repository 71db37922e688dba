"""A place kept for later, and the arrival that turns it into a number."""
