"""Matching: statements in, comparisons and families out."""
