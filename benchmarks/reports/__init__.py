"""How fast and in how much memory verdicts become files, beside PostgreSQL's own COPY."""
