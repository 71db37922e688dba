"""The machine at the door that gives out numbers."""
