"""SKP from period to agreement, floor 6."""
