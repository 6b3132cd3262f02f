"""Reads of articles, claims and evidence: querysets and frozen dataclasses. Never writes."""
