"""Mutations of the desk: keyword-only, decided by reviews.domain, one transaction, audited."""
