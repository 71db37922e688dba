"""What citizens said to an officer, and his answer."""
