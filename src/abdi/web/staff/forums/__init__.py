"""Forums, their minutes and actions."""
