"""Machines that are let in."""
