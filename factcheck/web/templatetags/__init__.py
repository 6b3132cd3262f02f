"""Tags and filters any page may load."""
