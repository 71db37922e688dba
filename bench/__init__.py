"""Figures of the docs, measured. Run them with script/bench; each file here is one bench."""
