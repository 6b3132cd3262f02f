"""What is wrong with the log, in words."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.audit.checking import Finding, Kind

TEXTS = {
    Kind.CHANGED: _("Event %(event)d was changed: its hash does not fit its content."),
    Kind.REWRITTEN: _("Event %(event)d was rewritten: event %(other)d followed another hash."),
    Kind.MISSING: _(
        "Events are gone between %(other)d and %(event)d, or %(other)d was rewritten, hash and all."
    ),
    Kind.INSERTED: _("Event %(event)d was inserted after event %(other)d: nothing follows it."),
    Kind.MOVED: _("Event %(event)d is out of place: it belongs behind event %(other)d."),
    Kind.CUT_OFF: _("The log was cut off behind event %(event)d: it went on to %(other)d."),
    Kind.BEYOND: _("Event %(event)d was inserted past the end of the log, event %(other)d."),
    Kind.COUNT: _("%(event)d events are there; %(other)d were written."),
    Kind.NOT_KNOWN: _("Event %(event)d is not the one whose hash was noted."),
}
LAST = _("Event %(event)d was rewritten: the log ended with another hash.")


def finding_text(finding: Finding) -> str:
    """Return the finding as a sentence that names the events."""
    text = TEXTS[finding.kind]
    if finding.kind == Kind.REWRITTEN and finding.event == finding.other:
        text = LAST
    return gettext(str(text)) % {"event": finding.event, "other": finding.other}
