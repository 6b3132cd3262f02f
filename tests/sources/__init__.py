"""Pages fetched from the web, from a server that behaves as each test wants."""
