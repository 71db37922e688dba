"""When a service is open: the week, the exceptions, and one answer for everybody who asks."""
