"""What a machine reads in complaints: words to find them by, and where one like it was sent."""
