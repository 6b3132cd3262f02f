"""A request that is sent again is done once: answers kept under the key their sender chose.

Beside the audit log, under everything that answers requests. May import factcheck.accounts.
"""
