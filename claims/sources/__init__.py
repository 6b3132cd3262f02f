"""Bytes from outside: files and pages. No ORM; everything that comes in is taken for hostile."""
