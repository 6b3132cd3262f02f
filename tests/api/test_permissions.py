"""Every endpoint, asked by everybody: the table of who gets what.

Columns: anonymous, no role, fact-checker, editor, administrator. The rows stand for a desk where
nothing else stops the request; who may do what is decided by the services behind it.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

import pytest

from claims.api import urls as claims_urls
from claims.models import AlertKind, Article
from claims.services.alerts import alert_raise
from claims.services.feeds import feed_add
from claims.services.page_fetching import page_fail
from claims.services.page_wishes import page_want
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.api import urls as reviews_urls
from reviews.domain.recusal import Kind
from reviews.domain.report_spec import ReportSpec
from reviews.models import (
    BoostRule,
    Dismissal,
    ReplyRequest,
    Report,
    SavedReport,
    SavedView,
    Tag,
    TriageBatch,
    WebhookEndpoint,
)
from reviews.selectors.contents import verdict_hash
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.replies import Contact, reply_ask, reply_note
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_cancel, report_request
from reviews.services.saved_reports import saved_report_save
from reviews.services.verdicts import verdict_send_back
from reviews.services.webhook_deliveries import webhook_try
from reviews.services.webhooks import webhook_add
from tests.api.clients import JsonClient
from tests.api.conftest import Signed
from tests.factories import (
    make_appearance,
    make_article,
    make_claim,
    make_evidence,
    make_item,
    make_person,
    make_sentence,
    make_source,
)
from tests.walks import drafted_verdict, published_verdict, sign_off


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
OVERSEERS = (401, 403, 403, 200, 200)
REPORTED = (401, 403, 403, 201, 201)
WISH = {"format": "csv", "spec": {"published_from": "2026-01-01", "published_to": "2026-01-31"}}
HOLDER = (401, 403, 200, 200, 409)  # who may not review never comes by a lease

TABLE = (
    Endpoint("articles", "get", "articles", None, ALL),
    Endpoint("articles", "post", "articles", {"text": "Ferries sank."}, (401, 403, 201, 201, 201)),
    Endpoint("article", "get", "articles/{article}", None, ALL),
    Endpoint("sentences", "get", "articles/{article}/sentences", None, ALL),
    Endpoint("sentence-mark", "put", "{missed}/mark", {"says": "check"}, REVIEWERS),
    Endpoint(
        "sentence-mark", "put", "{raised}/mark", {"says": "no_claim", "note": "an advert"},
        REVIEWERS,
    ),
    Endpoint("sentence-mark", "delete", "{missed}/mark", None, (401, 403, 204, 204, 204)),
    Endpoint("article-retry", "post", "articles/{failed}/retry", None, ALL),
    Endpoint("article-versions", "get", "articles/{article}/versions", None, ALL),
    Endpoint(
        "article-versions", "post", "articles/{article}/versions", {"text": "None sank."},
        (401, 403, 201, 201, 201),
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
    Endpoint("claim-evidence", "get", "claims/{claim}/evidence", None, ALL),
    Endpoint(
        "claim-evidence", "post", "claims/{claim}/evidence",
        {"url": "https://a.example", "publisher": "A", "stance": "for", "kind": "primary"}, ADDED,
    ),
    Endpoint(
        "evidence-copy", "post", "evidence/{evidence}/copy", None, (401, 403, 202, 202, 403)
    ),
    Endpoint("evidence", "delete", "evidence/{evidence}", None, (401, 403, 204, 204, 403)),
    Endpoint("queue", "get", "queue", None, ALL),
    Endpoint("item", "get", "queue/{queued}", None, ALL),
    Endpoint("take-next", "post", "queue/take-next", None, (401, 403, 200, 200, 403)),
    Endpoint("take", "post", "queue/{queued}/take", None, REVIEWERS),
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
    Endpoint("replies", "get", "claims/{claim}/replies", None, ALL),
    Endpoint(
        "replies", "post", "claims/{claim}/replies",
        {"name": "Rina Wijaya", "question": "Where is it from?", "channel": "email"}, ADDED,
    ),
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
CALLERS: tuple[tuple[Role, ...] | None, ...] = (
    None, (), (Role.FACT_CHECKER,), (Role.EDITOR,), (Role.ADMINISTRATOR,),
)  # fmt: skip
COLUMNS = ("anonymous", "no role", "fact-checker", "editor", "administrator")
CELLS = [
    pytest.param(row, roles, row.expected[number], id=f"{row.method} {row.path} {COLUMNS[number]}")
    for row in TABLE
    for number, roles in enumerate(CALLERS)
]


class Rows(dict[str, Any]):
    """Makes what a path or body names when it is asked for, in the state its endpoint wants.

    What only its owner may touch is the caller's, if they can own it, else somebody else's.
    """

    def __init__(self, caller: User | None) -> None:
        super().__init__()
        roles = caller.roles if caller else frozenset()
        self.other = make_person(Role.FACT_CHECKER)
        self.editor = make_person(Role.EDITOR)
        may_own = caller is not None and roles & {Role.FACT_CHECKER, Role.EDITOR}
        self.owner = caller if caller is not None and may_own else self.other

    def __missing__(self, name: str) -> Any:
        self[name] = value = getattr(self, f"make_{name}")()
        return value

    def make_article(self) -> int:
        return make_article().pk

    def make_alert(self) -> int:
        return alert_raise(kind=AlertKind.FEED_GONE, cause="feed 1")[0].pk

    def make_source(self) -> int:
        return make_source().pk

    def make_feed(self) -> int:
        url = "https://gazette.example/feed"
        return feed_add(source=make_source(), actor=self.editor, url=url).pk

    def make_page(self) -> int:
        return page_want(url="https://gazette.example/a", actor=self.other).pk

    def make_failed_page(self) -> int:
        page = page_want(url="https://gazette.example/b", actor=self.other)
        return page_fail(page=page, why="gone", lasting=True).pk

    def make_failed(self) -> int:
        article = make_article()
        Article.objects.filter(pk=article.pk).update(failure="broke", due_at=None)
        return article.pk

    def make_missed(self) -> str:
        sentence = make_sentence()
        return f"articles/{sentence.article_id}/sentences/{sentence.pk}"

    def make_raised(self) -> str:
        sentence = make_sentence(selected=True)
        make_appearance(make_item().claim, article=sentence.article)
        return f"articles/{sentence.article_id}/sentences/{sentence.pk}"

    def make_claim(self) -> int:
        return make_claim().pk

    def make_evidence(self) -> int:
        return make_evidence(make_claim(), self.owner).pk

    def make_queued(self) -> int:
        return make_item().pk

    def make_dismissed(self) -> int:
        return item_dismiss(item=make_item(), actor=self.other, note="an opinion").pk

    def make_held(self) -> int:
        lease = lease_take(item=make_item(), actor=self.owner)
        self["token"] = lease.token
        return lease.item_id

    def make_token(self) -> UUID:
        return lease_take(item=make_item(), actor=self.owner).token

    def make_own_draft(self) -> int:
        return drafted_verdict(self.owner).pk

    def make_sent_back(self) -> int:
        draft = drafted_verdict(self.owner)
        return verdict_send_back(verdict=draft, actor=self.editor, note="Which year?").pk

    def make_others_sent_back(self) -> int:
        draft = drafted_verdict(self.other)
        return verdict_send_back(verdict=draft, actor=self.editor, note="Which year?").pk

    def make_author(self) -> str:
        return make_person(Role.FACT_CHECKER).username

    def make_waiting(self) -> int:
        draft = drafted_verdict(self.other)
        self["hash"] = verdict_hash(draft)
        return draft.pk

    def make_drafted(self) -> int:
        return drafted_verdict(self.other).item_id

    def make_approved(self) -> int:
        return sign_off(drafted_verdict(self.other), self.editor).pk

    def make_published(self) -> int:
        return published_verdict(self.other, self.editor).pk

    def make_published_item(self) -> int:
        return published_verdict(self.other, self.editor).item_id

    def make_asked(self) -> int:
        return reply_ask(
            claim=make_claim(), actor=self.owner, name="Rina Wijaya", question="Whence?",
            contact=Contact(channel="email"),
        ).pk  # fmt: skip

    def make_answered(self) -> int:
        asked = ReplyRequest.objects.get(pk=self.make_asked())
        return reply_note(
            request=asked, actor=self.owner, outcome="answered", answer="Ours.", based_on=1
        ).pk

    def make_webhook(self) -> int:
        return webhook_add(
            actor=self.editor, url="http://127.0.0.1/", events=["verdict.published"]
        ).pk

    def make_delivery(self) -> int:
        endpoint = WebhookEndpoint.objects.get(pk=self.make_webhook())
        return webhook_try(endpoint=endpoint, actor=self.editor).pk

    def make_recusal(self) -> int:
        what = RecusalFrom(Kind.WORD, text="ferry")
        return recusal_declare(
            actor=self.owner, person=self.owner, what=what, reason="A cousin."
        ).pk

    def make_batch(self) -> int:
        return TriageBatch.objects.create(act="tag", by=self.owner).pk

    def make_drawn(self) -> int:
        item_dismiss(item=make_item(), actor=self.other, note="an opinion")
        Dismissal.objects.update(is_drawn=True)
        return Dismissal.objects.get().pk

    def make_tag(self) -> int:
        return Tag.objects.create(name="Port", added_by=self.editor).pk

    def make_rule(self) -> int:
        return BoostRule.objects.create(
            trait="word", value="port", points=5, reason="a series", added_by=self.editor
        ).pk

    def make_view(self) -> int:
        return SavedView.objects.create(owner=self.owner, name="Port").pk

    def make_report(self) -> int:
        report = report_request(actor=self.editor, wish=ReportWish(ReportSpec(), "csv"))
        flow.build_report(report.pk)
        return report.pk

    def make_waiting_report(self) -> int:
        return report_request(actor=self.editor, wish=ReportWish(ReportSpec(), "csv")).pk

    def make_failed_report(self) -> int:
        report = Report.objects.get(pk=self.make_waiting_report())
        return report_cancel(report=report, actor=self.editor).pk

    def make_saved_report(self) -> int:
        wish = ReportWish(ReportSpec(), "csv")
        return saved_report_save(actor=self.editor, name="Ports", wish=wish, is_shared=True).pk

    def make_own_saved(self) -> int:
        return SavedReport.objects.create(
            owner=self.owner, name="Ports", spec={}, format="csv", language="en"
        ).pk


@pytest.mark.django_db
@pytest.mark.parametrize(("row", "roles", "expected"), CELLS)
def test_an_endpoint_answers_each_caller_as_the_table_says(
    signed: Signed, row: Endpoint, roles: tuple[Role, ...] | None, expected: int
) -> None:
    caller = None if roles is None else make_person(*roles)
    client = signed(caller) if caller else JsonClient()
    rows = Rows(caller)
    if row.name == "take-next":
        make_item()
    path = row.path.format_map(rows)
    body = row.body and {
        name: value.format_map(rows) if isinstance(value, str) else value
        for name, value in row.body.items()
    }

    response = getattr(client, row.method)(f"/api/v1/{path}", body)
    response.close()

    assert response.status_code == expected, getattr(response, "data", response)


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
