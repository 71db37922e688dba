"""The officer's desk: who is next."""
