"""Mutations of articles, claims and evidence: keyword-only, one transaction, audited."""
