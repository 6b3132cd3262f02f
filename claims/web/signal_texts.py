"""The signals of check-worthiness in words a reviewer reads."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from claims.extraction.score import WORDING

SIGNAL_TEXTS = {
    "figure": _("gives an amount of money or a share"),
    "count": _("gives a number"),
    "named": _("names who or what it is about"),
    "institution": _("names an institution"),
    "several_named": _("names several parties"),
    "product": _("names a product or a work"),
    "attribution": _("says who said it"),
    "comparison": _("compares"),
    "cause": _("says what caused what"),
    "event": _("tells what happened"),
    "date": _("gives a date"),
    "history": _("tells of the past"),
    "statistics": _("refers to a statistic or study"),
    "denial": _("denies or refutes"),
    "absolute": _("says it of all, or of the first or only one"),
    "unnamed_source": _("rests on people who are not named"),
    "belief": _("tells what somebody believes or hopes"),
    "opinion": _("gives an opinion"),
    "hype": _("praises or plays up"),
    "slogan": _("reads like a slogan"),
    "forecast": _("looks ahead; cannot be checked yet"),
    "hypothetical": _("supposes"),
    "recommendation": _("recommends"),
    "generality": _("is too general to check"),
    "we": _("speaks of “us”"),
    "question": _("asks a question"),
    "exclamation": _("exclaims"),
    "meta": _("is about the article itself"),
    "advert": _("advertises"),
    "vague_subject": _("leaves open who it is about"),
    "bare_quotation": _("quotes words that name nobody and no figure"),
    "fragment": _("is only a fragment"),
    "nobody_named": _("names nobody and no figure"),
    WORDING: _("reads like what people choose to check"),
}

# A chat model's second opinion, where one is asked.
SIGNAL_TEXTS |= {
    "chat_figure": _("a chat model says that it gives a figure to check"),
    "chat_event": _("a chat model says that it tells what happened"),
    "chat_comparison": _("a chat model says that it compares"),
    "chat_cause": _("a chat model says that it tells what caused what"),
    "chat_history": _("a chat model says that it tells of the past"),
    "chat_attribution": _("a chat model says that it reports what somebody stated"),
    "chat_opinion": _("a chat model says that it is an opinion"),
    "chat_forecast": _("a chat model says that it looks ahead"),
    "chat_question": _("a chat model says that it asks"),
    "chat_advice": _("a chat model says that it gives advice"),
    "chat_advert": _("a chat model says that it advertises"),
    "chat_vague": _("a chat model says that it is too vague"),
}


WORDING_AGAINST = _("reads unlike what people choose to check")


def signal_text(signal: str, weight: float = 0.0) -> str:
    """Return the words for a signal that adds `weight` to the score.

    Its id when an older engine had one that is gone.
    """
    if signal == WORDING and weight < 0:
        return str(WORDING_AGAINST)
    return str(SIGNAL_TEXTS.get(signal, signal))
