"""Requests to addresses other people chose, which may not lead into our own network.

May import the standard library and httpx only: no Django, so that any layer can use it.
"""
