"""One reviewer in a process of their own: takes, reviews, and does what people do wrong.

Knows the service by HTTP alone, and notes what was answered.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from typing import Any

from benchmarks.queue.shift import Shift

HABITS = {"submit": 84, "submit twice": 6, "give back": 5, "walk away": 5}
# After a lease has run out, before its token is tried: the clocks are one, the answers are late.
LATER = 0.2


@dataclass(slots=True)
class Record:
    """What a reviewer saw.

    `seconds` of each answer by what was asked, `said` a status per thing asked, `submitted` the
    rationale of each review that was acknowledged, `held` the item with the time it was had from
    and until, `faults` what should not have been answered.
    """

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    said: Counter[str] = field(default_factory=Counter)
    submitted: dict[str, int] = field(default_factory=dict)
    held: list[tuple[int, float, float]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def work(shift: Shift) -> Record:
    """Work for as long as the shift lasts, without a pause between two claims."""
    return Reviewer(shift).work()


class Reviewer:
    """The state of a shift: the record, and the leases that were left to run out."""

    def __init__(self, shift: Shift) -> None:
        self.shift = shift
        self.record = Record()
        self.chance = random.Random(shift.seed)
        self.left: deque[dict[str, Any]] = deque()
        self.reviews = 0

    def work(self) -> Record:
        """Do one claim after the other until the time is over or the queue is empty."""
        end = time.time() + self.shift.seconds
        while time.time() < end:
            if self.left and _end(self.left[0]) + LATER < time.time():
                self.submit_late(self.left.popleft())
            status, lease = self.ask("take", "/api/v1/queue/take-next")
            if status == 200:
                self.handle(lease)
            elif status == 409:  # too many held: wait for one that was left to run out
                time.sleep(LATER)
            elif status == 204:
                break
            else:
                self.record.faults.append(f"take answered {status}")
        return self.record

    def handle(self, lease: dict[str, Any]) -> None:
        """Do with a claim what the dice say."""
        since = time.time()
        habit = self.chance.choices([*HABITS], [*HABITS.values()])[0]
        item = int(lease["item"]["id"])
        until = time.time()
        if habit == "walk away":
            self.left.append(lease)
            until = _end(lease)
        elif habit == "give back":
            self.expect_held(lease, self.ask("give back", f"/api/v1/queue/{item}/release"))
        else:
            self.submit(lease, again=habit == "submit twice")
        self.record.held.append((item, since, until))

    def submit(self, lease: dict[str, Any], *, again: bool) -> None:
        """Submit a review; `again`, send the very same once more, which must be refused."""
        path, review = self.review(lease)
        status, _body = answer = self.ask("submit", path, review)
        self.expect_held(lease, answer)
        if status == 200:
            self.record.submitted[review["rationale"]] = int(lease["item"]["id"])
        if again:
            self.expect(409, self.ask("submit again", path, review))

    def submit_late(self, lease: dict[str, Any]) -> None:
        """Submit with a token that has run out, which must be refused."""
        path, review = self.review(lease)
        self.expect(409, self.ask("submit late", path, review))

    def review(self, lease: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return where to send a review, and one whose rationale no other has."""
        self.reviews += 1
        review = {
            "token": lease["token"],
            "based_on": 0,
            "rating": self.chance.choice(["false", "half-true", "true"]),
            "summary": "The yearbook of the port tells otherwise.",
            "rationale": f"{self.shift.name}, claim {self.reviews}: read the table of May.",
            "no_evidence_reason": "The yearbook is on paper only.",
        }
        return f"/api/v1/queue/{lease['item']['id']}/review/submit", review

    def expect_held(self, lease: dict[str, Any], answer: tuple[int, Any]) -> None:
        """Note a fault unless the answer is 200, or it came too late for the lease."""
        if answer[0] != 409 or time.time() < _end(lease):
            self.expect(200, answer)

    def expect(self, wanted: int, answer: tuple[int, Any]) -> None:
        """Note a fault unless the answer has the wanted status."""
        status, body = answer
        if status != wanted:
            self.record.faults.append(f"{status} instead of {wanted}: {body}")

    def ask(self, what: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Send a request, note how long the answer took; return its status and its JSON."""
        began = time.perf_counter()
        status, answer = post(self.shift.port, path, self.shift.token, body)
        self.record.seconds[what].append(time.perf_counter() - began)
        self.record.said[f"{what} {status}"] += 1
        return status, answer


def post(port: int, path: str, token: str = "", body: Any = None) -> tuple[int, Any]:
    """Send one request on a connection of its own: a sync worker keeps none open. 0: no answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Token {token}", "Content-Type": "application/json"}
    try:
        connection.request("POST", path, json.dumps(body) if body else None, headers)
        response = connection.getresponse()
        content = response.read()
    except (OSError, HTTPException) as error:
        return 0, str(error)
    finally:
        connection.close()
    is_json = response.getheader("Content-Type") == "application/json"
    return response.status, json.loads(content) if is_json else content[:200]


def _end(lease: dict[str, Any]) -> float:
    """Return when the lease runs out, as Unix time."""
    return datetime.fromisoformat(lease["expires_at"]).timestamp()
