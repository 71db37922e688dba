"""The display in the waiting room."""
