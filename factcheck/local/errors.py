"""What stops a local start."""


class LocalError(Exception):
    """The product cannot start or go on here. The message says why and what to do about it."""
