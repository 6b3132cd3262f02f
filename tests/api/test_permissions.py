"""Every endpoint, asked by everybody: the table of who gets what.

Columns: anonymous, no role, fact-checker, editor, administrator. The rows stand for a desk where
nothing else stops the request; who may do what is decided by the services behind it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from django.db import transaction

from claims.api import urls as claims_urls
from factcheck.accounts.roles import Role
from reviews.api import urls as reviews_urls
from tests.api.clients import JsonClient
from tests.api.conftest import Signed
from tests.api.permission_rows import Rows
from tests.factories import make_item, make_person


class Endpoint(NamedTuple):
    """A request, and the statuses of the five columns."""

    name: str
    method: str
    path: str
    body: Any
    expected: tuple[int, int, int, int, int]


ALL = (401, 403, 200, 200, 200)
REVIEWERS = (401, 403, 200, 200, 403)
EDITORS = (401, 403, 403, 200, 403)
DRAFT_READERS = (401, 403, 404, 200, 200)  # a draft of somebody else is none to a fact-checker
DECIDERS = (401, 403, 404, 200, 403)
ADDED = (401, 403, 201, 201, 403)
COMMENTED = (401, 403, 201, 201, 201)
OVERSEERS = (401, 403, 403, 200, 200)
REPORTED = (401, 403, 403, 201, 201)
WISH = {"format": "csv", "spec": {"published_from": "2026-01-01", "published_to": "2026-01-31"}}
SENTENCE, NOBODYS_TOKEN = "articles/0/sentences/0", "00000000-0000-4000-8000-000000000000"
HOLDER = (401, 403, 200, 200, 409)  # who may not review never comes by a lease

TABLE = (
    Endpoint("articles", "get", "articles", None, ALL),
    Endpoint("articles", "post", "articles", {"text": "Ferries sank."}, (401, 403, 201, 201, 201)),
    # Taken by the line: whoever may send articles is told so.
    Endpoint("articles-bulk", "post", "articles/bulk", {}, (401, 403, 415, 415, 415)),
    Endpoint("search", "get", "search?q=ferries", None, ALL),
    Endpoint("article", "get", "articles/{article}", None, ALL),
    Endpoint("sentences", "get", "articles/{article}/sentences", None, ALL),
    Endpoint("sentence-mark", "put", "{missed}/mark", {"says": "check"}, REVIEWERS),
    Endpoint(
        "sentence-mark", "put", "{raised}/mark", {"says": "no_claim", "note": "an advert"},
        REVIEWERS,
    ),
    Endpoint("sentence-mark", "delete", "{missed}/mark", None, (401, 403, 204, 204, 204)),
    Endpoint("article-passages", "post", "{passages}", {"text": "Ten boats sank"}, ADDED),
    Endpoint("article-retry", "post", "articles/{failed}/retry", None, ALL),
    Endpoint("article-versions", "get", "articles/{article}/versions", None, ALL),
    Endpoint(
        "article-versions", "post", "articles/{article}/versions", {"text": "None sank."},
        (401, 403, 201, 201, 201),
    ),
    Endpoint("earlier-checks", "get", "earlier-checks", None, ALL),
    Endpoint(
        "earlier-checks", "post", "earlier-checks", {"document": []}, (401, 403, 403, 202, 403)
    ),
    Endpoint("earlier-check-import", "get", "earlier-checks/imports/{check_import}", None, ALL),
    Endpoint(
        "earlier-check-hide", "post", "earlier-check-matches/{matched}/hide",
        {"note": "Another quay."}, REVIEWERS,
    ),
    Endpoint(
        "earlier-check-show", "post", "earlier-check-matches/{hidden_match}/show", None, REVIEWERS
    ),
    Endpoint("alerts", "get", "alerts", None, ALL),
    Endpoint("alert", "get", "alerts/{alert}", None, ALL),
    Endpoint("alert-settle", "post", "alerts/{alert}/settle", {"note": "Rang them."}, EDITORS),
    Endpoint(
        "articles", "post", "articles", {"url": "https://a.example/b"}, (401, 403, 202, 202, 202)
    ),
    Endpoint("page", "get", "pages/{page}", None, ALL),
    Endpoint("page-retry", "post", "pages/{failed_page}/retry", None, (401, 403, 202, 202, 202)),
    Endpoint("sources", "get", "sources", None, ALL),
    Endpoint("sources", "post", "sources", {"name": "Kabar"}, REPORTED),
    Endpoint("source", "get", "sources/{source}", None, ALL),
    Endpoint("source", "put", "sources/{source}", {"name": "Kabar", "based_on": 0}, OVERSEERS),
    Endpoint("feed-lists", "get", "sources/opml", None, ALL),
    Endpoint(
        "feed-lists", "post", "sources/opml",
        {"opml": '<opml><outline xmlUrl="https://a.example/f"/></opml>'}, OVERSEERS,
    ),
    Endpoint(
        "source-feeds", "post", "sources/{source}/feeds", {"url": "https://a.example"}, REPORTED
    ),
    Endpoint("feeds", "get", "feeds", None, ALL),
    Endpoint("feed", "get", "feeds/{feed}", None, ALL),
    Endpoint("feed-pause", "post", "feeds/{feed}/pause", {"reason": "They asked."}, OVERSEERS),
    Endpoint("feed-resume", "post", "feeds/{feed}/resume", None, OVERSEERS),
    Endpoint("feed-poll", "post", "feeds/{feed}/poll", None, (401, 403, 403, 202, 202)),
    Endpoint("claims", "get", "claims", None, ALL),
    Endpoint("claim", "get", "claims/{claim}", None, ALL),
    Endpoint("claim-explain", "get", "claims/{claim}/explain?with={beside}", None, ALL),
    Endpoint("claim-evidence", "get", "claims/{claim}/evidence", None, ALL),
    Endpoint(
        "claim-evidence", "post", "claims/{claim}/evidence",
        {"url": "https://a.example", "publisher": "A", "stance": "for", "kind": "primary"}, ADDED,
    ),
    Endpoint(
        "evidence-copy", "post", "evidence/{evidence}/copy", None, (401, 403, 202, 202, 403)
    ),
    Endpoint(
        "evidence-quotation", "put", "evidence/{copied}/quotation",
        {"quote": "Ten boats sank", "based_on": "{quoted}"}, REVIEWERS,
    ),
    Endpoint("evidence", "delete", "evidence/{evidence}", None, (401, 403, 204, 204, 403)),
    Endpoint("queue", "get", "queue", None, ALL),
    Endpoint("item", "get", "queue/{queued}", None, ALL),
    Endpoint("take-next", "post", "queue/take-next", None, (401, 403, 200, 200, 403)),
    Endpoint("take", "post", "queue/{queued}/take", None, REVIEWERS),
    Endpoint("withdraw", "post", "queue/{held}/withdraw", None, (401, 403, 409, 409, 409)),
    Endpoint("release", "post", "queue/{held}/release", None, (401, 403, 200, 200, 403)),
    Endpoint("dismiss", "post", "queue/{queued}/dismiss", {"note": "an opinion"}, REVIEWERS),
    Endpoint("restore", "post", "queue/{dismissed}/restore", None, ALL),
    Endpoint(
        "reopen", "post", "queue/{published_item}/reopen", {"note": "new table"},
        (401, 403, 201, 201, 403),
    ),
    Endpoint(
        "break-glass", "post", "queue/{held}/break-glass",
        {"move": "force_release", "note": "She is on leave."}, (401, 403, 403, 403, 200),
    ),
    Endpoint("ask-review", "post", "queue/{queued}/ask-review", {"note": "Delicate."}, EDITORS),
    Endpoint("heartbeat", "post", "leases/{token}/heartbeat", None, HOLDER),
    Endpoint("reviews", "get", "queue/{queued}/reviews", None, ALL),
    Endpoint(
        "review", "put", "queue/{held}/review",
        {"token": "{token}", "based_on": 0, "summary": "Too high."}, HOLDER,
    ),
    Endpoint(
        "submit", "post", "queue/{held}/review/submit",
        {"token": "{token}", "based_on": 0, "rating": "false", "summary": "No.",
         "rationale": "The table says less.", "no_evidence_reason": "It is not online."}, HOLDER,
    ),
    Endpoint(
        "clarification", "put", "claims/{claim}/clarification", {"clarified": "In 2024."}, EDITORS
    ),
    Endpoint("claim-merge", "post", "claims/{one}/merge",
             {"into": "{another}", "note": "The same.", "based_on": 0}, ADDED),
    Endpoint("claim-unmerge", "post", "claims/{merged}/unmerge", {}, REVIEWERS),
    Endpoint("claim-split", "post", "claims/{parted}/split",
             {"appearances": ["{part}"], "note": "In June.", "based_on": 0}, ADDED),
    Endpoint("appearance-move", "post", "appearances/{part}/move",
             {"to": "{another}", "note": "In June.", "based_on": 0}, ADDED),
    Endpoint("claim-family", "post", "claims/{one}/family",
             {"other": "{another}", "aspects": ["date"], "note": "June.", "based_on": 0}, ADDED),
    Endpoint("claim-family-leave", "post", "claims/{kin}/family/leave",
             {"other": "{other_kin}", "note": "Ferries.", "based_on": 0}, ADDED),
    Endpoint("claim-decisions", "get", "claims/{claim}/decisions", None, ALL),
    Endpoint("decision-undo", "post", "decisions/{decision}/undo", {}, REVIEWERS),
    Endpoint("replies", "get", "claims/{claim}/replies", None, ALL),
    Endpoint(
        "replies", "post", "claims/{claim}/replies",
        {"name": "Rina Wijaya", "question": "Where is it from?", "channel": "email"}, ADDED,
    ),
    Endpoint("comments", "get", "claims/{claim}/comments", None, ALL),
    Endpoint("comments", "post", "claims/{discussed}/comments", {"text": "Which year?"}, COMMENTED),
    Endpoint(
        "comment", "patch", "comments/{comment}", {"text": "Which?", "based_on": 1}, REVIEWERS
    ),
    Endpoint(
        "comment", "patch", "comments/{others_comment}", {"text": "Which?", "based_on": 1},
        (401, 403, 403, 403, 403),
    ),
    Endpoint("comment", "delete", "comments/{comment}", None, (401, 403, 204, 204, 403)),
    Endpoint("comment-resolve", "post", "comments/{others_comment}/resolve", None, ALL),
    Endpoint("comment-take-up", "post", "comments/{others_comment}/take-up", None, ALL),
    Endpoint("notifications", "get", "notifications", None, ALL),
    Endpoint("notifications-read", "post", "notifications/read", {"up_to": 9}, ALL),
    Endpoint("notification-read", "post", "notifications/{notification}/read", None, ALL),
    Endpoint("reply-attempts", "post", "replies/{asked}/attempts", {"channel": "phone"}, ADDED),
    Endpoint(
        "reply-outcome", "post", "replies/{asked}/outcome",
        {"based_on": 1, "outcome": "declined"}, REVIEWERS,
    ),
    Endpoint("reply-evidence", "post", "replies/{answered}/evidence", None, ADDED),
    Endpoint("reply-waiver", "post", "queue/{drafted}/reply-waiver", {"reason": "Dead."}, EDITORS),
    Endpoint("verdicts", "get", "verdicts", None, ALL),
    Endpoint("verdict", "get", "verdicts/{published}", None, ALL),
    Endpoint("verdict", "get", "verdicts/{waiting}", None, DRAFT_READERS),
    Endpoint("verdict", "get", "verdicts/{own_draft}", None, ALL),
    Endpoint(
        "verdict", "patch", "verdicts/{own_draft}", {"based_on": 0, "summary": "Less."},
        (401, 403, 200, 200, 403),
    ),
    Endpoint(
        "hand-over", "post", "verdicts/{others_sent_back}/hand-over",
        {"author": "{author}", "note": "She is ill."}, DECIDERS,
    ),
    Endpoint("resubmit", "post", "verdicts/{sent_back}/resubmit", None, (401, 403, 200, 200, 403)),
    Endpoint(
        "sign-off", "post", "verdicts/{waiting}/sign-off",
        {"hash": "{hash}", "one_origin_reason": "Nobody else counts."}, DECIDERS,
    ),
    Endpoint("send-back", "post", "verdicts/{waiting}/send-back", {"note": "Year?"}, DECIDERS),
    Endpoint("publish", "post", "verdicts/{approved}/publish", None, DECIDERS),
    Endpoint("retract", "post", "verdicts/{published}/retract", {"note": "Wrong table"}, EDITORS),
    Endpoint("recusals", "get", "recusals", None, ALL),
    Endpoint(
        "recusals", "post", "recusals",
        {"kind": "word", "text": "ferry", "reason": "A cousin."}, (401, 403, 201, 201, 403),
    ),
    Endpoint("recusal-end", "post", "recusals/{recusal}/end", None, (401, 403, 200, 200, 404)),
    Endpoint("agreement", "get", "agreement", None, EDITORS),
    Endpoint("dashboard", "get", "dashboard", None, ALL),
    Endpoint("webhooks", "get", "webhooks", None, OVERSEERS),
    Endpoint(
        "webhooks", "post", "webhooks",
        {"url": "http://127.0.0.1/new", "events": ["verdict.retracted"]}, REPORTED,
    ),
    Endpoint("webhook", "get", "webhooks/{webhook}", None, OVERSEERS),
    Endpoint("webhook-secret", "post", "webhooks/{webhook}/secret", None, OVERSEERS),
    Endpoint("webhook-off", "post", "webhooks/{webhook}/off", {"reason": "Moved."}, OVERSEERS),
    Endpoint("webhook-on", "post", "webhooks/{webhook}/on", None, OVERSEERS),
    Endpoint("webhook-try", "post", "webhooks/{webhook}/try", None, (401, 403, 403, 202, 202)),
    Endpoint("deliveries", "get", "webhooks/{webhook}/deliveries", None, OVERSEERS),
    Endpoint(
        "delivery-retry", "post", "deliveries/{delivery}/retry", None, (401, 403, 403, 202, 202)
    ),
    Endpoint("propagation", "get", "verdicts/{published}/propagation", None, OVERSEERS),
    Endpoint("verdicts-export", "get", "verdicts/export", None, OVERSEERS),
    Endpoint("reports", "get", "reports", None, OVERSEERS),
    Endpoint("reports", "post", "reports", WISH, REPORTED),
    Endpoint("report", "get", "reports/{report}", None, OVERSEERS),
    Endpoint("report-download", "get", "reports/{report}/download", None, OVERSEERS),
    Endpoint("report-cancel", "post", "reports/{waiting_report}/cancel", None, OVERSEERS),
    Endpoint("report-retry", "post", "reports/{failed_report}/retry", None, OVERSEERS),
    Endpoint("saved-reports", "get", "saved-reports", None, OVERSEERS),
    Endpoint("saved-reports", "post", "saved-reports", {"name": "Rice"} | WISH, REPORTED),
    Endpoint("saved-report", "get", "saved-reports/{saved_report}", None, OVERSEERS),
    Endpoint(
        "saved-report", "delete", "saved-reports/{own_saved}", None, (401, 403, 403, 204, 404)
    ),
    Endpoint(
        "saved-report-restore", "post", "saved-reports/{own_saved}/restore",
        None, (401, 403, 403, 200, 404),
    ),
    Endpoint("saved-report-build", "post", "saved-reports/{saved_report}/build", None, REPORTED),
    Endpoint(
        "saved-report-schedule", "put", "saved-reports/{own_saved}/schedule",
        {"repeat": "weekly", "hour": 6, "time_zone": "UTC"}, (401, 403, 403, 200, 404),
    ),
    Endpoint(
        "bulk", "post", "queue/bulk", {"items": [1], "act": "dismiss", "why": "opinion"},
        (401, 403, 201, 201, 403),
    ),
    Endpoint("batch", "get", "batches/{batch}", None, ALL),
    Endpoint("batch-undo", "post", "batches/{batch}/undo", None, (401, 403, 200, 200, 403)),
    Endpoint("dismissals", "get", "dismissals", None, ALL),
    Endpoint("confirm", "post", "dismissals/{drawn}/confirm", {"note": "yes"}, REVIEWERS),
    Endpoint("overturn", "post", "dismissals/{drawn}/overturn", {"note": "no"}, REVIEWERS),
    Endpoint("tags", "get", "tags", None, ALL),
    Endpoint("tags", "post", "tags", {"name": "Rice", "colour": "red"}, (401, 403, 403, 201, 403)),
    Endpoint("tag-retire", "post", "tags/{tag}/retire", None, EDITORS),
    Endpoint("rules", "get", "rules", None, ALL),
    Endpoint(
        "rules", "post", "rules",
        {"trait": "word", "value": "rice", "points": 5, "reason": "a series"},
        (401, 403, 403, 201, 403),
    ),
    Endpoint("rule-end", "post", "rules/{rule}/end", None, EDITORS),
    Endpoint("views", "get", "views", None, ALL),
    Endpoint("views", "post", "views", {"name": "Rice", "query": ""}, (401, 403, 201, 201, 201)),
    Endpoint("view", "patch", "views/{view}", {"name": "Beras"}, (401, 403, 200, 200, 403)),
    Endpoint("view", "delete", "views/{view}", None, (401, 403, 204, 204, 403)),
    Endpoint("token", "delete", "token", None, (401, 204, 204, 204, 204)),
    Endpoint("token", "post", "token", {"username": "nobody", "password": "guess"}, (401,) * 5),
    Endpoint("schema", "get", "schema", None, (200,) * 5),
    Endpoint("docs", "get", "docs", None, (200,) * 5),
)  # fmt: skip
CALLERS: dict[str, tuple[Role, ...] | None] = {
    "anonymous": None,
    "no role": (),
    "fact-checker": (Role.FACT_CHECKER,),
    "editor": (Role.EDITOR,),
    "administrator": (Role.ADMINISTRATOR,),
}


class NoRows(dict[str, str]):
    """Names what is not there: who may do nothing is told so before it is looked for."""

    def __missing__(self, name: str) -> str:
        path = {"missed": SENTENCE, "raised": SENTENCE, "passages": "articles/0/passages"}
        return path.get(name, NOBODYS_TOKEN if name == "token" else "0")


def filled(value: Any, rows: Rows | NoRows) -> Any:
    """Return what a body holds, with ids for the names of rows."""
    if isinstance(value, list):
        return [filled(each, rows) for each in value]
    return value.format_map(rows) if isinstance(value, str) else value


@pytest.mark.django_db
@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.method} {row.path}")
def test_an_endpoint_answers_each_caller_as_the_table_says(signed: Signed, row: Endpoint) -> None:
    for (column, roles), expected in zip(CALLERS.items(), row.expected, strict=True):
        with transaction.atomic():
            response = asked(signed, row, roles)
            transaction.set_rollback(True)
        assert response.status_code == expected, (column, getattr(response, "data", response))


def asked(signed: Signed, row: Endpoint, roles: tuple[Role, ...] | None) -> Any:
    """Return what the endpoint answers to somebody with these roles (None: to nobody)."""
    caller = None if roles is None else make_person(*roles)
    client = signed(caller) if caller else JsonClient()
    rows = Rows(caller) if roles else NoRows()
    if row.name == "take-next" and roles:
        make_item()
    path = row.path.format_map(rows)
    body = row.body and {name: filled(value, rows) for name, value in row.body.items()}
    response = getattr(client, row.method)(f"/api/v1/{path}", body)
    response.getvalue()  # reading a file to its end closes it
    return response


def test_the_table_has_a_row_for_every_endpoint() -> None:
    patterns = [*claims_urls.urlpatterns, *reviews_urls.urlpatterns]
    views: dict[str, Any] = {each.name: each.callback for each in patterns if each.name}
    methods = ("get", "post", "put", "patch", "delete")
    served = {
        (name, method)
        for name, view in views.items()
        for method in methods
        if hasattr(view.cls, method)
    }
    assert served == {(row.name, row.method) for row in TABLE}
