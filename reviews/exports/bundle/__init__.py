"""A report that proves itself: data, copies of the evidence and audit log in one ZIP.

`verify.py` goes into it and uses nothing of the desk: whoever doubts the desk can read it whole.
"""
