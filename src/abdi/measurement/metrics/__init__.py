"""The catalogue, by topic: each module has METRICS, a tuple of `Metric`."""
