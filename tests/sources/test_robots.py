"""What sites ask of programs in robots.txt, and what is done about it."""

from __future__ import annotations

import base64
import random
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego

from claims.sources.fetching import FetchFailed, Why, page_fetch
from claims.sources.host_store import host_store
from claims.sources.robots import of_concern
from tests.web_server import Behaviour, PageServer, answering, raw, redirecting

OURS = "User-agent: factcheck\nDisallow: /private\nAllow: /private/press\n\n"
OTHERS = "User-agent: otherbot\nUser-agent: thirdbot\nDisallow: /\n\n"


def outcome(server: PageServer, path: str, *, heed_robots: bool = True) -> Why | None:
    try:
        page_fetch(server.url(path), heed_robots=heed_robots)
    except FetchFailed as failure:
        return failure.why
    return None


@pytest.mark.parametrize(
    ("robots", "path", "why"),
    [
        ("", "/a", None),
        (OTHERS, "/a", None),
        (OTHERS + OURS, "/a", None),
        (OTHERS + OURS, "/private/a", Why.ROBOTS),
        (OTHERS + OURS, "/private/press/a", None),
        (OURS.upper(), "/PRIVATE/a", Why.ROBOTS),
        ("User-agent: *\nDisallow: /\n", "/a", Why.ROBOTS),
        ("User-agent: *\nDisallow: /\n\n" + OURS, "/a", None),
        ("\ufeffUser-agent: factcheck/1 # us\r\nDisallow: /\r\n", "/a", Why.ROBOTS),
        ("user agent factcheck\ndisallow: /a\n", "/a", Why.ROBOTS),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", Why.ROBOTS),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", None),
        ("User-agent: *\nDisallow: /\u6e2f\n", "/%E6%B8%AF", Why.ROBOTS),
        ("<!doctype html><title>Not found</title>", "/a", None),
        ("\x00\x01\x02" * 999, "/a", None),
        ("# filler\n" * 56_000 + "User-agent: *\nDisallow: /\n", "/a", Why.ROBOTS),
        ("# filler\n" * 60_000 + "User-agent: *\nDisallow: /\n", "/a", None),  # over 500 KiB
    ],
)
def test_what_a_site_asks_of_us_is_done(
    web_server: PageServer, robots: str, path: str, why: Why | None
) -> None:
    web_server.place("/robots.txt", robots, content_type="text/plain")
    web_server.place(path, "<p>x</p>")
    assert outcome(web_server, path) == why
    assert len(web_server.asked_for(path)) == (why is None)
    assert outcome(web_server, path, heed_robots=False) is None


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (answering("", status=404), None),
        (answering("", status=410), None),
        (answering("", status=403), None),
        (redirecting("/robots.txt"), None),  # in a circle: as if there were none
        (answering("", status=429), Why.ROBOTS_AWAY),
        (answering("", status=500), Why.ROBOTS_AWAY),
        (answering("", status=503), Why.ROBOTS_AWAY),
        (redirecting("http://10.0.0.1/robots.txt"), Why.ROBOTS_AWAY),
        (raw(b""), Why.ROBOTS_AWAY),
    ],
)
def test_without_a_robots_txt_everything_is_allowed_and_with_a_broken_one_nothing(
    web_server: PageServer, behaviour: Behaviour, why: Why | None
) -> None:
    web_server.behave("/robots.txt", behaviour)
    web_server.place("/a", "<p>x</p>")
    assert outcome(web_server, "/a") == why
    asked = len(web_server.asked_for("/robots.txt"))
    assert outcome(web_server, "/a") == why
    assert len(web_server.asked_for("/robots.txt")) == asked  # neither is asked for again


def test_one_that_was_read_is_asked_for_a_day_later_and_kept_while_there_is_no_newer(
    web_server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbids = answering("User-agent: *\nDisallow: /a\n")
    web_server.behave("/robots.txt", forbids, answering("", status=500), answering(""))
    web_server.place("/a", "<p>x</p>")
    now = time.time()
    seen = []
    for hours in (0, 23, 25, 25.1, 26):
        monkeypatch.setattr("claims.sources.robots.time.time", lambda h=hours: now + h * 3600)
        seen.append((outcome(web_server, "/a"), len(web_server.asked_for("/robots.txt"))))
    forbidden = Why.ROBOTS
    assert seen == [(forbidden, 1), (forbidden, 1), (forbidden, 2), (forbidden, 2), (None, 3)]


def test_a_redirect_to_another_site_is_asked_what_it_wants_too(
    web_server: PageServer, settings: Any
) -> None:
    settings.FETCH_ALLOW_HOSTS = ["127.0.0.1", "localhost"]
    web_server.place("/robots.txt", "User-agent: *\nDisallow: /new\n")
    old = web_server.behave("/old", redirecting(f"http://localhost:{web_server.port}/new"))
    with pytest.raises(FetchFailed) as failure:
        page_fetch(old)
    assert failure.value.why == Why.ROBOTS
    hosts = [request.headers["Host"] for request in web_server.asked_for("/robots.txt")]
    assert hosts == [f"127.0.0.1:{web_server.port}", f"localhost:{web_server.port}"]


def test_sites_are_told_who_asks(web_server: PageServer, settings: Any) -> None:
    web_server.place("/a", "<p>x</p>")
    page_fetch(web_server.url("/a"))
    assert {request.headers["User-Agent"] for request in web_server.requests} == {
        settings.FETCH_AGENT
    }
    assert settings.SITE_URL in settings.FETCH_AGENT


def test_ten_thousand_agents_with_ten_thousand_rules_take_no_time(web_server: PageServer) -> None:
    agents = "".join(f"user-agent a{number}\n" for number in range(10_000))
    rules = "".join(f"Disallow: /*{number}*b*c*d*e$\n" for number in range(10_000))
    web_server.place("/robots.txt", f"{agents}User-agent: *\n{rules}")
    path = "/" + "9bcd" * 400
    web_server.place(path, "<p>x</p>")
    began = time.monotonic()
    assert outcome(web_server, path) is None
    assert time.monotonic() - began < 5


AGENTS = st.sampled_from(["factcheck", "FactCheck/2", "otherbot", "*", "fact", "factcheckers", ""])
PATHS = st.sampled_from(["/", "/a", "/a/b", "/a*b$", "", "/b$"])
LINES = st.lists(
    st.one_of(
        AGENTS.map("User-agent: {}".format),
        AGENTS.map("user agent {} # x".format),
        PATHS.map("Disallow: {}".format),
        PATHS.map("Allow: {}".format),
        st.sampled_from(["Crawl-delay: 7", "", "# User-agent: factcheck", "Sitemap: /s.xml"]),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["/", "/a", "/a/b", "/b", "/axb"]))
def test_naming_all_other_agents_alike_changes_nothing_for_us(lines: list[str], path: str) -> None:
    # "fact" is not us, though the parser takes the beginning of a name for the name.
    text = "\n".join(line.replace("fact ", "fict ") for line in lines if not line.endswith("fact"))
    whole, ours = Protego.parse(text), Protego.parse(of_concern(text, "factcheck"))
    url = f"https://press.example{path}"
    if "FactCheck/2" not in text:
        assert ours.can_fetch(url, "factcheck") == whole.can_fetch(url, "factcheck")
        assert ours.crawl_delay("factcheck") == whole.crawl_delay("factcheck")


def test_a_robots_txt_that_would_fill_redis_is_read_each_time(web_server: PageServer) -> None:
    noise = base64.b64encode(random.Random(7).randbytes(60_000)).decode()
    web_server.place("/robots.txt", f"User-agent: *\nDisallow: /b\nDisallow: /{noise}\n")
    web_server.place("/a", "<p>x</p>")
    assert [outcome(web_server, path) for path in ("/a", "/b", "/a")] == [None, Why.ROBOTS, None]
    assert len(web_server.asked_for("/robots.txt")) == 3


def test_a_robots_txt_is_kept_for_all_workers(web_server: PageServer) -> None:
    web_server.place("/a", "<p>x</p>")
    page_fetch(web_server.url("/a"))
    with host_store() as store:
        assert store.exists(f"factcheck:fetch:robots:{web_server.url('')}")
