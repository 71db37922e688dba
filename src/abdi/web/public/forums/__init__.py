"""Public forums, their minutes and what became of them."""
