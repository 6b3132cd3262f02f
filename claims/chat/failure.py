"""Why a chat endpoint gave no usable answer."""

from __future__ import annotations


class ChatFailed(Exception):
    """No usable answer. The message is short, for the log, and never carries the key."""
