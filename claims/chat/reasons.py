"""Why a chat model thinks a sentence worth checking or not: the only words it may use for it."""

from __future__ import annotations

from typing import Final

SIGNAL: Final = "chat"
"""The id of the chat model's part in a score; with its reason: "chat_figure"."""

FOR: Final = ("figure", "event", "comparison", "cause", "history", "attribution")
AGAINST: Final = ("opinion", "forecast", "question", "advice", "advert", "vague")
