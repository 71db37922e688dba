"""The metric catalogue: facts become values with lineage, floor 4."""
