"""PostgreSQL, Redis and the whole product on this machine, for development and small desks.

Settings ask `addresses` where things are, so nothing here imports the project but `preparation` and
`demo_users`, which make the tables and the first people of an empty desk.
"""
