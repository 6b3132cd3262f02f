"""Words as data: what the rules of extraction look for, one table per kind and language.

Chinese is written in Simplified and matched against folded text, so it serves Traditional too.
"""
