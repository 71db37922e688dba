"""Passwords that are told from one person to another and used once."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is mistaken for something else when read aloud
GROUPS, LENGTH = 4, 4


def one_time_password() -> str:
    """79 bits of chance in four groups: k7mp-x2dn-…"""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)
