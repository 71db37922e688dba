"""What a rating leads to, floor 9."""
