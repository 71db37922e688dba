"""Effects that leave the installation; see queue.enqueue."""
