"""Photographs of every page for docs/, taken of the running product: `make screenshots`."""
