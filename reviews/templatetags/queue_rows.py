"""The rows of the queue, placed by Jinja.

Fifty rows are two thousand tags and variables. Django's templates walk a tree of them, which was
half the time of the page; Jinja compiles its template to Python.
"""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reviews.web.queue_rows import row_labels

register = template.Library()


@register.simple_tag(takes_context=True)
def queue_rows(context: template.RequestContext) -> SafeString:
    """Return the table rows of `rows`, with a box to choose each by if `may_triage`."""
    shown = {name: context[name] for name in ("rows", "may_triage", "wanted")}
    shown["labels"] = row_labels()
    return SafeString(
        render_to_string("reviews/queue_rows.html", shown, context.request, using="jinja2")
    )
