"""Reports to be read: HTML, Markdown and PDF, all made of the same entries.

An entry is a verdict in words, in the language of the report; only `entries.py` and what it calls
knows of models.
"""
