"""What a page needs in many places is read once.

The hash of a draft, its gate, its origins and what search engines would get of it each ask for the
evidence and for who was asked: asked alone, each has to. Within `one_reading` the first answer is
kept for the others. For pages, which write nothing meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Keep, until the end of the block, what functions that are `read_once` return."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def read_once(read: Callable[P, R]) -> Callable[P, R]:
    """Have a function of ids asked once in `one_reading`; outside of it every time."""

    @wraps(read)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        answers = _answers.get()
        if answers is None:
            return read(*args, **kwargs)
        key = (read, args, *sorted(kwargs.items()))
        if key not in answers:
            answers[key] = read(*args, **kwargs)
        found: R = answers[key]
        return found

    return answer
