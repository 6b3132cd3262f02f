"""Who did what to what, when, before and after. May import factcheck.accounts only."""
