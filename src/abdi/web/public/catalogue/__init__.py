"""What can be had here, how long it takes, and what it really takes."""
