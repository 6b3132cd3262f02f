"""Searching: what of a text is indexed, what a query asks for, and where its words stand.

Pure; may import extraction and matching.
"""
