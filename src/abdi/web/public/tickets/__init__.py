"""A number in the queue: taken, followed, given back."""
