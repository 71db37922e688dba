"""The append-only ledger, floor 3."""
