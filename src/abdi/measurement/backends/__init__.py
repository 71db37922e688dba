"""Where expressions run."""

EMBEDDED = "duckdb"
