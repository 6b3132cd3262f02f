"""Verdicts as entries of a report that is read."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.extraction.languages import language_of
from claims.language_names import language_name
from reviews.exports.columns import verdict_url
from reviews.exports.documents.entry import Entry, Fact, Notice, Words
from reviews.exports.documents.groups import group_of
from reviews.exports.documents.sources import outlets_of, pieces_of, places_of, replies_of
from reviews.models import Verdict, VerdictStatus


def entry_of(verdict: Verdict, *, group_by: str = "") -> Entry:
    """Return `verdict` as an entry, in the language that is active.

    Needs what `verdicts_with_context` loads. Days are those of the active time zone.
    """
    claim = verdict.claim
    desk = desk_language(verdict)
    return Entry(
        key=f"verdict-{verdict.claim_id}-{verdict.version}",
        number=verdict.claim_id,
        line=",".join(line_cells(verdict)),
        group=group_of(verdict, group_by),
        rating=verdict.rating.label,
        colour=verdict.rating.colour,
        status=verdict.status,
        notices=tuple(_notices(verdict, desk)),
        claim=Words(claim.text, claim.language),
        clarified=Words(verdict.clarified, claim.language),
        language=language_name(claim.language),
        speaker=Words(claim.speaker, claim.language),
        outlets=outlets_of(verdict),
        summary=Words(verdict.summary, desk),
        explanation=tuple(Words(each, desk) for each in paragraphs(verdict.explanation)),
        evidence=tuple(pieces_of(verdict)),
        no_evidence=Words(verdict.no_evidence_reason, desk),
        replies=tuple(replies_of(verdict)),
        places=tuple(places_of(verdict)),
        record=tuple(_record(verdict)),
        url=verdict_url(verdict),
    )


def line_cells(verdict: Verdict) -> tuple[str, str, str, str]:
    """Return what names a verdict and its content in public: columns of the same names in CSV."""
    return str(verdict.claim_id), str(verdict.version), verdict.status, verdict.content_hash


def desk_language(verdict: Verdict) -> str:
    """Return the language the desk wrote its judgement in: read off it, for nobody says."""
    return language_of(f"{verdict.summary}\n{verdict.explanation}")


def paragraphs(text: str) -> list[str]:
    """Return the lines of `text` that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _notices(verdict: Verdict, language: str) -> list[Notice]:
    notices = []
    if verdict.status == VerdictStatus.RETRACTED:
        label = _("Retracted. The desk no longer stands by this verdict.")
        if verdict.retracted_at:
            label = f"{label} {moment(verdict.retracted_at)}"
        notices.append(Notice("retracted", label, Words(verdict.retraction_note, language)))
    if verdict.status == VerdictStatus.SUPERSEDED:
        label = _("Superseded. A newer version has replaced this one.")
        notices.append(Notice("superseded", label, Words("", language)))
    if verdict.correction_note:
        kind = verdict.get_correction_kind_display()
        label = _("Corrected (%(kind)s).") % {"kind": kind} if kind else _("Corrected.")
        notices.append(Notice("corrected", label, Words(verdict.correction_note, language)))
    return notices


def _record(verdict: Verdict) -> list[Fact]:
    facts = [
        (_("Status"), verdict.get_status_display()),
        (_("Published"), moment(verdict.published_at) if verdict.published_at else ""),
        (_("Evidence seen up to"), date_format(verdict.true_as_of)),
        (_("Written by"), verdict.author.shown_name),
        (_("Signed off by"), verdict.approver.shown_name if verdict.approver else ""),
        (_("Signed off"), moment(verdict.signed_off_at) if verdict.signed_off_at else ""),
        (_("Version"), str(verdict.version)),
        (_("SHA-256 of the content"), verdict.content_hash),
    ]
    return [Fact(label, value) for label, value in facts if value]


def moment(at: datetime.datetime) -> str:
    """Return a time as people write it, in the active time zone."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")
