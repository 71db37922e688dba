"""Queues, for other people's displays."""
