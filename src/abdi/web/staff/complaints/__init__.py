"""Verifying, disposing, answering and closing what citizens report."""
