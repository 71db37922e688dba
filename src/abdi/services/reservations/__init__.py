"""A place kept for a time to come; it becomes a ticket once, when its owner has arrived."""
