"""Times that can be booked."""
