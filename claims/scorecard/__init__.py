"""Pure Python: how good the machine's choice of sentences is, measured on sentences people judged.

May import claims.extraction; nothing of Django, Celery, Redis or a database driver.
"""
