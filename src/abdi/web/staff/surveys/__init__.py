"""Instruments, results and publication of the survey."""
