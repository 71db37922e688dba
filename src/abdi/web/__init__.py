"""The roof: all HTML, floor 11."""
