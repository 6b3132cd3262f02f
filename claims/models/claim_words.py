"""The words of a claim as PostgreSQL indexes them, and the words somebody looks for."""

from __future__ import annotations

import unicodedata

from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db import models
from django.db.models import F, Func, Value

from claims.extraction.folding import simplify, traditionalise
from claims.extraction.han import HAN_RANGES

# Chinese has no spaces: each Han character is a word of its own, and a word of several is a phrase.
APART = f"regexp_replace(%s, '([{HAN_RANGES}])', ' \\1 ', 'g')"
# Of columns only functions that never change their answer: it is an expression of an index.
JOINED = "normalize(%(expressions)s, NFKC)"


class ClaimWords(Func):
    """Wording, clarified wording and speaker of a claim as a tsvector."""

    template = f"to_tsvector('simple'::regconfig, {APART % JOINED})"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()

    def __init__(self) -> None:
        super().__init__(F("text"), F("clarified"), F("speaker"))


class Word(Func):
    """A word, or a run of them, as a tsquery; the last may be the beginning of a longer one."""

    # Without a word in it a phrase is empty: null, which nothing matches.
    template = (
        "(nullif(phraseto_tsquery('simple'::regconfig, "
        f"{APART % '%(expressions)s'})::text, '') || ':*')::tsquery"
    )
    output_field = SearchQueryField()


class AnyOf(Func):
    """What has one of these words."""

    template, arg_joiner, output_field = "(%(expressions)s)", " || ", SearchQueryField()


class AllOf(Func):
    """What has all of these words."""

    template, arg_joiner, output_field = "(%(expressions)s)", " && ", SearchQueryField()


class Has(Func):
    """Whether the words of a claim are what is wanted: a condition for `filter`."""

    template, arg_joiner, output_field = "(%(expressions)s)", " @@ ", models.BooleanField()


def has_words(text: str) -> Has | None:
    """Return the condition for claims with every word of `text`; None when there is no word in it.

    What stands between spaces has to stand together in the claim. Chinese is found in Simplified
    and Traditional characters, whichever it is asked in.
    """
    parts = [_word(part) for part in parts_of(text)]
    return Has(ClaimWords(), AllOf(*parts)) if parts else None


def parts_of(text: str) -> list[str]:
    """Return what stands between the spaces of `text` and has a word in it."""
    parts = unicodedata.normalize("NFKC", text).split()
    return [part for part in parts if any(each.isalnum() for each in part)]


def _word(part: str) -> AnyOf:
    scripts = dict.fromkeys((part, simplify(part), traditionalise(part)))
    return AnyOf(*(Word(Value(script)) for script in scripts))
