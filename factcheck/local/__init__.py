"""PostgreSQL, Redis and the whole product on this machine, for development and small desks.

Imports nothing of the project: settings ask `addresses` where things are.
"""
