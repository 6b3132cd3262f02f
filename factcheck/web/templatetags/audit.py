"""The notice that the audit log is not whole."""

from __future__ import annotations

from typing import Any

from django import template

from factcheck.audit.reading import last_verification

register = template.Library()


@register.inclusion_tag("web/audit_notice.html")
def audit_notice() -> dict[str, Any]:
    """Show what the last verification found; nothing while the log is whole."""
    return {"verification": last_verification()}
