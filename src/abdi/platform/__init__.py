"""What every floor stands on, floor 1."""
