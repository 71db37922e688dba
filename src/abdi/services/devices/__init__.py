"""Machines that stand in an office without anybody signed in: kiosks and boards."""
