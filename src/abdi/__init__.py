"""Abdi: performance management for Indonesian civil servants, measured where citizens are served."""
