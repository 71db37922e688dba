"""Opening hours and special days."""
