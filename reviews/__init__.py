"""Queue, leases, reviews, verdicts, reports, publication. Builds on claims."""
