"""`manage.py lint_claimreview`: what is wrong with ClaimReview, on any site or in a file."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.http.client import fetch
from factcheck.http.failure import NoAnswer
from factcheck.http.guard import NOBODY
from factcheck.http.target import target_of
from reviews.domain.claim_review_findings import Finding
from reviews.domain.claim_review_pages import structured_data
from reviews.domain.claim_review_rules import Ground, errors_of, lint

MAX_FILE = 64 * 1024 * 1024  # bytes


class Command(BaseCommand):
    """Prints a finding a line; exits with 1 if there is an error among them."""

    help = (
        "Check the ClaimReview of a page, a feed or a file against Google's and schema.org's rules "
        "and those of this desk. Exits with 1 when there are errors."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to look at, and the site it should be on."""
        parser.add_argument("what", metavar="URL|FILE", help="an http(s) address or a file")
        parser.add_argument(
            "--site",
            help="the address the reviews are published under (default: that of the URL, or "
            "SITE_URL for a file; '' to leave such rules out)",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *args: Any, what: str, site: str | None, json: bool, **options: Any) -> None:
        """Read it, look at it, say what is wrong."""
        is_url = what.lower().startswith(("http://", "https://"))
        text, home = _page(what) if is_url else (_file(Path(what)), settings.SITE_URL)
        value, faults = structured_data(text)
        ground = Ground(home if site is None else site, timezone.now())
        # What could not be read is named once: nothing more can be said of it.
        findings = faults if value is None else [*faults, *lint(value, ground)]
        for finding in findings:
            self.stdout.write(_as_json(finding) if json else _as_line(finding))
        if not findings and not json:
            self.stdout.write(_("Nothing to complain of."))
        if errors := errors_of(findings):
            raise CommandError(_("%(count)d errors.") % {"count": len(errors)}, returncode=1)


def _page(url: str) -> tuple[str, str]:
    """Return the text of a page and the site it is on, after all redirects."""
    try:
        fetched = fetch(url, allow_hosts=_own_host(url))
    except NoAnswer as error:
        raise CommandError(f"{url}: {error}.") from error
    if fetched.answer.status != 200:
        raise CommandError(f"{url}: answered with status {fetched.answer.status}.")
    parts = urlsplit(fetched.url)
    return fetched.answer.body.decode("utf-8", "replace"), f"{parts.scheme}://{parts.netloc}"


def _own_host(url: str) -> frozenset[str]:
    """Return host and port of this desk, which may be in a network of ours, if `url` is there.

    Not its other ports, nor whatever another site redirects to. Raises NoAnswer.
    """
    named, own = target_of(url), target_of(settings.SITE_URL)
    is_own = (named.host, named.port) == (own.host, own.port)
    return frozenset({f"{own.host}:{own.port}"}) if is_own else NOBODY


def _file(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_FILE:
            raise CommandError(f"{path} is larger than {MAX_FILE} bytes.")
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def _as_line(finding: Finding) -> str:
    rule = finding.rule
    value = f" ({finding.value})" if finding.value else ""
    return (
        f"{rule.level:<7} {finding.path} [{rule.id}] {_(rule.message)}{value} {_(rule.remedy)}"
        f" <{rule.source}>"
    )


def _as_json(finding: Finding) -> str:
    rule = finding.rule
    row = {
        "level": rule.level, "path": finding.path, "rule": rule.id, "value": finding.value,
        "message": _(rule.message), "remedy": _(rule.remedy), "source": rule.source,
    }  # fmt: skip
    return json_format.dumps(row, ensure_ascii=False)
