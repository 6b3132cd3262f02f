"""Pages. May import flow, services, selectors and models."""
