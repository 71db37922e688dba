"""Units, positions, employees and reporting lines, floor 2."""
