"""Reports read back: CSV, JSON Lines and workbooks become the rows they were made of.

Files come from anywhere: each is read row by row within bounds, and what is no report of ours is
refused with the place and the remedy.
"""
