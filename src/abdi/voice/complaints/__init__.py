"""Complaints, aspirations and requests for information (UU 25/2009, Perpres 76/2013, SP4N)."""
