"""Settings, URLs and the abdi command, floor 13."""
