"""Verdicts into files. Reads rows, writes bytes; no queries of its own."""
