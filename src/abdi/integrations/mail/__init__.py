"""Complaints that come as letters (e-mail)."""
