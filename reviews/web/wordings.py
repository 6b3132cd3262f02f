"""Ids of the desk in words: reasons, points, rules, events, aspects, signals of a match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from factcheck.web.lists import listed
from reviews.models import QueueReason
from reviews.selectors.queue_filter import Due, Sort

FACTORS = {
    "check_worthiness": gettext_lazy("check-worthiness"),
    "reach": gettext_lazy("outlets"),
    "conflict": gettext_lazy("differing figures"),
    "checked_before": gettext_lazy("checked before"),
    "checked_here": gettext_lazy("checked here"),
    "by_hand": gettext_lazy("marked by a person"),
    "age": gettext_lazy("waiting"),
    "rules": gettext_lazy("rules of the desk"),
    "boost": gettext_lazy("points by hand"),
}
DUES = {
    Due.OVERDUE: gettext_lazy("overdue"),
    Due.TODAY: gettext_lazy("today"),
    Due.WEEK: gettext_lazy("within a week"),
}
SORTS = {
    Sort.PRIORITY: gettext_lazy("by priority"),
    Sort.DUE: gettext_lazy("by due date"),
    Sort.NEWEST: gettext_lazy("newest first"),
    Sort.OLDEST: gettext_lazy("oldest first"),
}
RULES = {
    "conflict": gettext_lazy("outlets give differing figures"),
    "reach": gettext_lazy("three or more outlets carry it"),
    "person": gettext_lazy("a strong claim of a named person"),
    "score": gettext_lazy("very likely worth checking"),
    "by_hand": gettext_lazy("an editor asked for one"),
    "drawn": gettext_lazy("drawn by lot to keep us honest"),
}
EVENTS = {
    "enqueue": gettext_lazy("entered the queue"),
    "dismiss": gettext_lazy("dismissed"),
    "restore": gettext_lazy("restored"),
    "take": gettext_lazy("taken"),
    "release": gettext_lazy("given back"),
    "submit": gettext_lazy("review submitted"),
    "withdraw": gettext_lazy("review taken back"),
    "revise": gettext_lazy("verdict revised"),
    "resubmit": gettext_lazy("handed in again"),
    "sign_off": gettext_lazy("signed off"),
    "send_back": gettext_lazy("sent back"),
    "publish": gettext_lazy("published"),
    "retract": gettext_lazy("retracted"),
    "reopen": gettext_lazy("reopened"),
    "expire": gettext_lazy("back after its shelf life"),
    "drift": gettext_lazy("back because evidence changed"),
    "ask_review": gettext_lazy("another review asked for"),
    "hand_over": gettext_lazy("handed over to another author"),
    "merge": gettext_lazy("merged into another claim"),
    "unmerge": gettext_lazy("merging undone"),
    "force_release": gettext_lazy("taken from its holder by force"),
    "force_forward": gettext_lazy("sent on to sign-off by force"),
    "force_publish": gettext_lazy("published by force"),
}
ASPECTS = {
    "number": gettext_lazy("another figure"),
    "date": gettext_lazy("another date"),
    "subject": gettext_lazy("another subject"),
    "polarity": gettext_lazy("a denial"),
    "strength": gettext_lazy("stronger or weaker"),
}
MATCH_SIGNALS = {
    "by_people": gettext_lazy("a person put it here"),
    "same_passage": gettext_lazy("the same passage in an earlier version"),
    "verbatim": gettext_lazy("word for word the same"),
    "similarity": gettext_lazy("similar in meaning"),
    "concepts": gettext_lazy("about the same things"),
    "names": gettext_lazy("the same names"),
    "other_subject": gettext_lazy("other subjects"),
    "other_place": gettext_lazy("other places"),
    "turned": gettext_lazy("the same names in other parts"),
    "figures_equal": gettext_lazy("the same figure"),
    "figures_compatible": gettext_lazy("figures that fit each other"),
    "figures_bounded": gettext_lazy("one figure bounds the other"),
    "figures_conflicting": gettext_lazy("figures that conflict"),
    "numerals": gettext_lazy("the same number"),
    "speaker_same": gettext_lazy("the same speaker"),
    "speaker_other": gettext_lazy("another speaker"),
    "contrast": gettext_lazy("contrasting words"),
    "opposed": gettext_lazy("one denies the other"),
    "one_article": gettext_lazy("two figures in one article"),
    "crowding": gettext_lazy("much in this story is alike"),
    "dates_apart": gettext_lazy("other dates"),
    "other_story": gettext_lazy("articles about something else"),
}

DRIFTS = {
    "changed": gettext_lazy("evidence changed: the passage quoted from %(evidence)s"),
    "vanished": gettext_lazy("evidence changed: the passage quoted from %(evidence)s is gone"),
    "gone": gettext_lazy("evidence changed: the page %(evidence)s is gone"),
}
BY_WHOM = {
    "checked_before": gettext_lazy("checked before by %(desks)s"),
    "by_hand": gettext_lazy("marked by %(people)s"),
}


def reach_text(detail: Mapping[str, Any]) -> str:
    """Return how many outlets, and of how many texts of their own if some are copies."""
    outlets, texts = detail.get("outlets", 0), detail.get("texts", 0)
    said = ngettext("%(count)d outlet", "%(count)d outlets", outlets) % {"count": outlets}
    if not 0 < texts < outlets:
        return said
    own = ngettext("%(count)d independent text", "%(count)d independent texts", texts)
    return listed([said, own % {"count": texts}])


def reach_texts(outlets: int, texts: int) -> str:
    """Return in how many outlets a claim was made: always with its texts.

    One outlet may have copied itself, and where nobody knows the outlets there are texts alone.
    """
    own = ngettext("%(count)d independent text", "%(count)d independent texts", texts)
    told = {"texts": own % {"count": texts}, "count": outlets}
    if not outlets:
        return _("In %(texts)s.") % told
    said = ngettext("In %(count)d outlet, %(texts)s.", "In %(count)d outlets, %(texts)s.", outlets)
    return said % told


def reason_text(reason: QueueReason) -> str:
    """Return why an item is in the queue, with what the reason's detail holds."""
    detail: dict[str, Any] = reason.detail
    if reason.kind == QueueReason.Kind.REACH:
        return _("carried by %(reach)s") % {"reach": reach_text(detail)}
    if reason.kind in BY_WHOM:
        names = listed(detail.get("by", []))
        return str(BY_WHOM[reason.kind]) % {"desks": names, "people": names}
    if reason.kind == QueueReason.Kind.SHELF_LIFE:
        return _("its shelf life is over: to be looked at again by %(day)s") % {
            "day": detail.get("review_by", "")
        }
    if reason.kind in {QueueReason.Kind.REOPENED, QueueReason.Kind.EVIDENCE_CHANGED}:
        why = DRIFTS.get(detail.get("outcome", ""), gettext_lazy("reopened: %(note)s"))
        told = {"note": detail.get("note", ""), "evidence": detail.get("evidence", "")}
        return str(why) % told
    if reason.kind == QueueReason.Kind.CONFLICT and _is_of_one_outlet(detail):
        return _("one outlet gives differing figures")
    return str(reason)


def _is_of_one_outlet(detail: Mapping[str, Any]) -> bool:
    """Say whether all sides are one outlet's: of two versions of an article, or of two articles."""
    outlets = [side.get("outlet", "") for side in detail.get("sides", [])]
    return len(outlets) > 1 and bool(outlets[0]) and len(set(outlets)) == 1
