"""Rencana aksi: what is meant to be done for each result, quarter by quarter."""
