"""Pure Python: a quotation found in a page, what changed in it, texts that are one text.

May import claims.extraction; nothing of Django, Celery, Redis or a database driver.
"""
