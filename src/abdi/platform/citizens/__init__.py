"""People without a staff account who proved an address of theirs."""
