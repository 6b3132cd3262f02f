"""The pages and states that are looked at in a browser: a row for each. New pages add theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, Route, expect

from claims.models import Claim
from reviews.services.comments import comment_add
from reviews.services.search_index import search_index_due
from tests.browser.shared_desk import LONG, SharedDesk

GUEST = ""
Where = Callable[[SharedDesk], str]


def at(route: str, query: str = "") -> Where:
    """Return the way to a page that is about no row."""
    return lambda _desk: f"{reverse(route)}{query}"


def about(route: str, row: Callable[[SharedDesk], int], query: str = "") -> Where:
    """Return the way to the page about a row."""
    return lambda desk: f"{reverse(route, args=[row(desk)])}{query}"


def item(scene: str) -> Callable[[SharedDesk], int]:
    """Return how to find the item of a scene (tests/duties/scenes.py)."""
    return lambda desk: desk.item(scene)


def claim(scene: str) -> Callable[[SharedDesk], int]:
    """Return how to find the claim of a scene."""
    return lambda desk: desk.claim(scene)


def verdict(scene: str) -> Callable[[SharedDesk], int]:
    """Return how to find the verdict of a scene."""
    return lambda desk: desk.verdict(scene)


def made(name: str) -> Callable[[SharedDesk], int]:
    """Return how to find a row of tests/api/permission_rows.py."""
    return lambda desk: int(desk.rows[name])


def long_queue(desk: SharedDesk) -> str:
    """Fill the queue, and return the way to it."""
    assert desk.long_rows
    return reverse("queue")


def found(desk: SharedDesk) -> str:
    """Have search find what there is, and return the way to some of it."""
    assert desk.long_rows
    search_index_due()
    return f"{reverse('search')}?q=62"


def discussed(desk: SharedDesk) -> str:
    """Have people talk about a claim, and return the way to what the author is told of."""
    claim = Claim.objects.get(pk=desk.claim("drafted"))
    text = (
        "@author，請看 https://bureau.example/" + "yearbook/" * 12 + " 第4頁，兩年的數字都在那裡。"
    )
    asked = comment_add(claim=claim, actor=desk.person("editor"), text=text)
    comment_add(claim=claim, actor=desk.person("author"), text="Sudah.", thread=asked.pk)
    comment_add(claim=claim, actor=desk.person("editor"), text="OK", thread=asked.pk)
    return reverse("notification-list")


def press(key: str) -> Callable[[Page], None]:
    """Return the pressing of a key."""
    return lambda page: page.keyboard.press(key)


def open_all(page: Page) -> None:
    """Unfold all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")


def select_words(page: Page) -> None:
    """Select a paragraph of the article, and open the form its words go into."""
    page.locator("details.passage").evaluate("(form) => (form.open = true)")
    page.locator(".article-text p").first.select_text()
    expect(page.locator("[data-passage-button]")).to_be_visible()


def send_empty(page: Page) -> None:
    """Send the form with the long text without any."""
    with page.expect_navigation():
        page.evaluate("document.querySelector('main textarea').form.submit()")


def send_files(page: Page) -> None:
    """Upload a file that is taken and one that is not."""
    page.locator("input[type=file]").set_input_files(
        [
            FilePayload(name=name, mimeType="text/plain", buffer=text.encode())
            for name, text in (("long-name-" * 6 + ".txt", LONG["zh-Hans"]), ("broken.zip", "PK"))
        ]
    )
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("heading", name="What became of the files")).to_be_focused()


def break_server(page: Page) -> None:
    """Answer the next address as a broken server does."""
    body = render_to_string("500.html")

    def answer(route: Route) -> None:
        route.fulfill(status=500, body=body, content_type="text/html")

    page.route("**/broken/", answer)


def nothing(_page: Page) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A page as somebody sees it: who (of the duties' people, or GUEST), where, and after what.

    `before` is done ahead of loading it, `after` to the loaded page.
    """

    name: str
    who: str
    where: Where
    after: Callable[[Page], None] = nothing
    before: Callable[[Page], None] = nothing
    status: int = 200


PUBLIC = (
    Row("log in", GUEST, at("login")),
    Row("verdicts", GUEST, at("verdict-list")),
    Row("no verdict fits", GUEST, at("verdict-list", "?q=nothingatall")),
    Row("verdict", GUEST, about("verdict-detail", claim("published"))),
    Row("corrected verdict", GUEST, about("verdict-detail", claim("corrected"))),
    Row("replaced verdict", GUEST, about("verdict-detail", claim("corrected"), "?version=1")),
    Row("retracted verdict", GUEST, about("verdict-detail", claim("retracted"))),
    Row("methodology", GUEST, at("methodology")),
    Row("nothing there", GUEST, lambda _desk: "/nothing/", status=404),
    Row("broken server", GUEST, lambda _desk: "/broken/", before=break_server, status=500),
)
QUEUE = (
    Row("queue", "checker", long_queue),
    Row("queue, unfolded", "checker", at("queue", "?language=en&conflict=1"), after=open_all),
    Row("queue with its keys", "checker", at("queue", "?language=fr"), after=press("?")),
    Row("queue, nothing fits", "checker", at("queue", "?q=nothingatall&language=fr")),
    Row("queue, dismissed", "checker", at("queue", "?state=dismissed")),
    Row("queue, what one holds", "author", at("queue", "?mine=1")),
    Row("queue of who may not triage", "administrator", at("queue", "?language=id")),
    Row("search", "checker", found, after=open_all),
    Row("search, nothing asked", "editor", at("search"), after=press("?")),
    Row(
        "search, refused",
        "administrator",
        at("search", "?q=62&most=%3F&language=id"),
        status=400,
    ),
    Row("dismissals", "editor", at("dismissal-list")),
    Row("tags and rules", "editor", at("desk-rules")),
)
WORKSPACE = (
    Row("workspace, free", "checker", about("workspace", item("waiting"))),
    Row("workspace, held", "author", about("workspace", item("held"))),
    Row("workspace, held by another", "checker", about("workspace", item("held"))),
    Row("workspace, dismissed", "checker", about("workspace", item("dismissed"))),
    Row("workspace, published", "editor", about("workspace", item("published"))),
    Row("workspace, sent back", "author", about("workspace", item("sent back"))),
    Row("workspace, just handed in", "author", about("workspace", item("one review, drafted"))),
)
SIGN_OFF = (
    Row("sign-off list", "editor", at("sign-off-list")),
    Row("sign-off", "editor", about("sign-off", verdict("drafted"))),
    Row("sign-off with findings", "editor", about("sign-off", verdict("speaker not asked"))),
    Row("signed off", "editor", about("sign-off", verdict("signed off"))),
)
ARTICLES = (
    Row("articles", "checker", at("article-list")),
    Row("no article fits", "checker", at("article-list", "?title=nothingatall")),
    Row("add articles", "checker", at("article-add")),
    Row("add articles, refused", "checker", at("article-add"), after=send_empty),
    Row("files that came in", "checker", at("article-add"), after=send_files),
    Row("send to the desk", "checker", at("article-send")),
    Row("article on its way", "checker", about("article-detail", lambda desk: desk.long_article)),
    Row("article", "checker", about("article-detail", lambda desk: desk.done_article)),
    Row(
        "article, words selected",
        "checker",
        about("article-detail", lambda desk: desk.done_article),
        after=select_words,
    ),
    Row("article that failed", "checker", about("article-detail", made("failed"))),
    Row("changed article", "checker", about("article-changes", lambda desk: desk.newer_version)),
    Row("newer version", "checker", about("article-version-add", made("article"))),
    Row("page being fetched", "checker", about("page-detail", made("page"))),
    Row("page that failed", "checker", about("page-detail", made("failed_page"))),
)
DESK = (
    Row("sources", "editor", at("source-list")),
    Row("source", "editor", about("source-detail", made("source"))),
    Row("add a source", "editor", at("source-add")),
    Row("alerts", "editor", at("alert-list")),
    Row("earlier fact-checks", "editor", at("earlier-check-list"), after=open_all),
    Row("two claims explained", "checker", lambda desk: desk.explanation()),
    Row("notifications", "author", discussed),
    Row("discussion", "editor", about("discussion", item("drafted")), open_all),
    Row("practice claim", "checker", at("practice")),
    Row("copy of evidence", "checker", about("evidence-copy", made("evidence"))),
    Row("copy that is kept", "editor", about("evidence-copy", made("copied")), after=open_all),
    Row("reports", "editor", at("report-list")),
    Row("report", "editor", about("report-detail", made("report"))),
    Row("audit log", "editor", at("audit")),
    Row("agreement", "editor", at("agreement")),
    Row("dashboard", "checker", at("dashboard"), after=open_all),
    Row("dashboard of a year", "editor", at("dashboard", "?period=365")),
    Row("dashboard of days without anything", "checker", at("dashboard", "?until=2020-01-31")),
    Row("recusals", "checker", at("recusal-list")),
    Row("webhooks", "editor", at("webhook-list")),
    Row("webhook", "editor", about("webhook", made("webhook"))),
    Row("notifications", "checker", at("notification-list")),
    Row("preferences", "checker", at("preferences")),
    Row("not for this role", "checker", at("audit"), status=403),
)
PAGES = (*PUBLIC, *QUEUE, *WORKSPACE, *SIGN_OFF, *ARTICLES, *DESK)
