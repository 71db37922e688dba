"""Surveys, complaints, consultation and projects, floor 5."""
