"""Pure Python: whether two statements say the same thing, and what differs if they do not.

May import claims.extraction; nothing of Django, Celery, Redis or a database driver.
"""
