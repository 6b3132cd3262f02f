"""Requests to addresses of others: the guard, the bounds, the redirects."""
