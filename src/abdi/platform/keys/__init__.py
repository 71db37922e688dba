"""Keys by which other systems speak to this one."""
