"""One fact behind a number, doubted by itself."""
