"""What the endpoint is asked, and how often."""

from __future__ import annotations

import json

import pytest

from claims.chat.client import ask
from claims.chat.endpoint import Endpoint
from claims.chat.engine import ENGINE_LENGTH, consult
from claims.chat.parts import MAX_CHARACTERS, MAX_PARTS, parts_of
from claims.chat.prompt import INSTRUCTIONS, RESPONSE_FORMAT
from claims.extraction.types import Extraction, Sentence
from factcheck.http.deadline import Deadline
from tests.chat.behaviours import claim, claiming, enveloped, hanging, responding, saying
from tests.chat.server import KEY, Behaviour, ChatServer
from tests.chat.stories import FIGURE, MISSED, STORY, found_in

BUSY = responding(b"", status="503 Unavailable")
UNKNOWN = responding(b"{}", status="400 Bad Request")
GOOD = claiming(claim(MISSED))


def is_judged(endpoint: Endpoint) -> bool:
    """Say whether the model's answer reached the extraction."""
    opinion = consult(endpoint, STORY, found_in(STORY))
    return opinion.extraction != found_in(STORY)


def of_length(*lengths: int) -> list[Sentence]:
    """Return body sentences of these lengths, one after the other."""
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    return [
        Sentence(end - length, end, "body", 0.0, False)
        for end, length in zip(ends, lengths, strict=True)
    ]


def test_it_asks_about_the_sentences_of_the_body_as_numbered_json(server: ChatServer) -> None:
    server.behave(GOOD)
    assert is_judged(server.endpoint())
    [request] = server.requests
    system, user = request.question["messages"]
    body = [each for each in found_in(STORY).sentences if each.kind == "body"]
    assert system == {"role": "system", "content": INSTRUCTIONS}
    assert json.loads(user["content"]) == {
        "language": "en",
        "sentences": [
            {"n": n, "text": STORY[each.start : each.end]} for n, each in enumerate(body, 1)
        ],
    }


def test_it_sends_model_schema_and_key_to_the_address_set(server: ChatServer) -> None:
    server.behave(GOOD)
    assert is_judged(server.endpoint())
    [request] = server.requests
    assert request.line == "POST /v1/chat/completions HTTP/1.1"
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert request.headers["Host"] == server.url.split("/")[2]
    assert request.question["model"] == "test-model"
    assert request.question["response_format"] == RESPONSE_FORMAT


def test_an_endpoint_without_a_key_gets_none(server: ChatServer) -> None:
    server.behave(GOOD)
    assert is_judged(Endpoint(f"{server.url}/", "m"))
    [request] = server.requests
    assert "Authorization" not in request.headers
    assert request.line == "POST /v1/chat/completions HTTP/1.1"


def test_a_server_that_knows_no_schema_is_asked_again_in_words_alone(server: ChatServer) -> None:
    server.behave(UNKNOWN, GOOD)
    assert is_judged(server.endpoint())
    assert [sorted(each.question) for each in server.requests] == [
        ["messages", "model", "response_format", "temperature"],
        ["messages", "model"],
    ]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_once_more(server: ChatServer, status: int) -> None:
    server.behave(responding(b"", status=f"{status} Busy"), GOOD)
    assert is_judged(server.endpoint())
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("behaviours", "asked"),
    [
        ((BUSY, BUSY, GOOD), 2),
        ((BUSY, UNKNOWN, GOOD), 2),
        ((UNKNOWN, BUSY, GOOD), 2),
        ((UNKNOWN, UNKNOWN, GOOD), 2),
        ((responding(b"", status="403 Forbidden"), GOOD), 1),
        ((saying("no"), GOOD), 1),
    ],
)
def test_it_never_asks_a_third_time(
    server: ChatServer, behaviours: tuple[Behaviour, ...], asked: int
) -> None:
    server.behave(*behaviours)
    assert not is_judged(server.endpoint())
    assert len(server.requests) == asked


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```\n", "\n {} \n"])
def test_json_between_fences_is_read(server: ChatServer, fence: str) -> None:
    answer = json.dumps({"claims": [claim(MISSED)]})
    server.behave(saying(fence.replace("{}", answer)))
    assert is_judged(server.endpoint())


def test_what_a_server_adds_to_its_message_is_left_alone(server: ChatServer) -> None:
    server.behave(enveloped({"content": "{}", "refusal": None, "reasoning": "…", "audio": 7}))
    assert ask(server.endpoint(), [], Deadline.after(20)) == "{}"


def test_an_article_without_a_body_is_not_asked_about(server: ChatServer) -> None:
    server.behave(GOOD)
    empty = Extraction("en", (), "rules-test")
    assert consult(server.endpoint(), "", empty).extraction == empty
    assert server.requests == []


def test_the_engine_says_who_spoke_in_what_its_column_holds(server: ChatServer) -> None:
    server.behave(claiming())
    found = found_in(STORY)
    named = consult(server.endpoint(), STORY, found).extraction
    assert named.engine == f"{found.engine}+chat:test-model"
    assert named.sentences == found.sentences
    long = consult(Endpoint(server.url, "m" * 99), STORY, found).extraction
    assert len(long.engine) == ENGINE_LENGTH


def test_a_long_article_is_asked_about_in_parts_of_bounded_size() -> None:
    third = MAX_CHARACTERS // 3
    sentences = of_length(*[third] * 3, 1, third, MAX_CHARACTERS + 1, MAX_CHARACTERS)
    assert [[each.end - each.start for each in part] for part in parts_of(sentences)] == [
        [third, third, third, 1], [third], [MAX_CHARACTERS],
    ]  # fmt: skip


def test_of_an_endless_article_only_the_first_parts_are_asked_about() -> None:
    sentences = of_length(*[MAX_CHARACTERS] * (MAX_PARTS + 2))
    assert parts_of(sentences) == [[each] for each in sentences[:MAX_PARTS]]


def test_the_answered_parts_of_a_long_article_count_when_a_later_one_fails(
    server: ChatServer,
) -> None:
    server.behave(claiming(claim("a")), hanging)
    text = "a" * MAX_CHARACTERS + "b" * MAX_CHARACTERS
    found = Extraction("en", tuple(of_length(MAX_CHARACTERS, MAX_CHARACTERS)), "rules-test")
    opinion = consult(server.endpoint(timeout=2.0), text, found)
    first, second = opinion.extraction.sentences
    assert [reason.signal for reason in first.reasons] == ["chat_figure"]
    assert second == found.sentences[1]
    assert opinion.extraction.engine == "rules-test+chat:test-model"
    assert opinion.failure == "timed out"


def test_without_a_model_the_figure_of_the_story_is_found_and_something_missed() -> None:
    found = {STORY[each.start : each.end]: each.selected for each in found_in(STORY).sentences}
    assert (found[FIGURE], found[MISSED]) == (True, False)
