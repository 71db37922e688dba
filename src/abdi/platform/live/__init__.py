"""What changed, told to whoever is looking: one interface over both databases, without a broker."""
