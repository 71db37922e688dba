"""Permohonan at the desk."""
