"""Reads of the desk: querysets and frozen dataclasses. Never writes."""
