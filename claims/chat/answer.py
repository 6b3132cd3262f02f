"""What a chat model answered, read strictly: all of it has the agreed shape, or it is no answer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from claims.chat.failure import ChatFailed
from claims.chat.prompt import MAX_CLAIMS
from claims.chat.reasons import AGAINST, FOR

MAX_SPEAKER = 100  # characters; more is a sentence, not a name with its titles
_KEYS = {"quote", "score", "speaker", "reason"}
# Models that were not held to the schema like to put their JSON between fences.
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of one sentence, which it names by quoting it.

    `score` is 0 to 1; `speaker` is "" for none. Neither text is known to be in the article yet.
    """

    quote: str
    score: float
    reason: str
    speaker: str = ""


def read_answer(content: str) -> tuple[Judgement, ...]:
    """Return the judgements of an answer; raises ChatFailed for what is not one."""
    fenced = _FENCED.match(content)
    answer = read_json(fenced[1] if fenced else content)
    if not isinstance(answer, dict) or set(answer) != {"claims"}:
        raise ChatFailed("answered in another shape")
    claims = answer["claims"]
    if not isinstance(claims, list):
        raise ChatFailed("answered in another shape")
    if len(claims) > MAX_CLAIMS:
        raise ChatFailed(f"answered with more than {MAX_CLAIMS} claims")
    return tuple(_judgement(claim) for claim in claims)


def read_json(content: str | bytes) -> object:
    """Return the JSON value of `content`; raises ChatFailed if it is none, or holds NaN."""
    try:
        value: object = json.loads(content, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        # RecursionError: some thousand opening brackets.
        raise ChatFailed("answered what is not JSON") from error
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _judgement(claim: object) -> Judgement:
    if not isinstance(claim, dict) or set(claim) != _KEYS:
        raise ChatFailed("answered in another shape")
    quote, reason, speaker = claim["quote"], claim["reason"], claim["speaker"]
    if not isinstance(quote, str) or not isinstance(speaker, str | None):
        raise ChatFailed("answered in another shape")
    if reason not in (*FOR, *AGAINST):
        raise ChatFailed("answered with a reason that is not on the list")
    return Judgement(quote.strip(), _score(claim["score"]), str(reason), _name(speaker))


def _score(score: object) -> float:
    # True is an int to Python.
    if isinstance(score, bool) or not isinstance(score, int | float):
        raise ChatFailed("answered with a score that is no number")
    if not 0 <= score <= 1:
        raise ChatFailed("answered with a score beyond 0 and 1")
    return float(score)


def _name(speaker: str | None) -> str:
    """Return a speaker's name; "" for what no name looks like."""
    name = (speaker or "").strip()
    is_name = name.isprintable() and any(map(str.isalpha, name)) and len(name) <= MAX_SPEAKER
    return name if is_name else ""
