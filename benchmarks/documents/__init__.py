"""How long it takes to write reports that are read."""
