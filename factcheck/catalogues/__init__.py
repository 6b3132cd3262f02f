"""The catalogues of the UI's languages: read out of the source, compiled, compared. By Babel.

Imports nothing of the project; only reading templates needs Django.
"""
