"""Numbers as written, in digits, words and Chinese numerals, with where they stand.

Imports the lexicon only: what a number counts is the business of `quantities`.
"""
