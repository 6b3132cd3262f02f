"""Pure Python: the text of an article in, sentences worth checking out, each with its reasons.

Imports nothing of Django, Celery, Redis or a database driver, and nothing of this project above it.
"""
