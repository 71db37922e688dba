"""Topics, moderation and official answers."""
