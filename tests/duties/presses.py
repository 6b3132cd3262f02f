"""What a person can press or send, by event: the request of the page and that of the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from reviews.domain.states import CHOICE, FORCED, TABLE, Event, Refusal, Transition, decide
from reviews.models import QueueItem, Verdict
from reviews.selectors.contents import verdict_hash
from tests.duties.histories import running_lease
from tests.duties.scenes import SCENES, Scene
from tests.factories import make_item
from tests.walks import REVIEW

NOTE = "The table of the bureau is wrong."
NOBODYS_TOKEN = "00000000-0000-4000-8000-000000000000"
# These have no button: the machine does them.
MACHINES = frozenset({Event.ENQUEUE, Event.EXPIRE, Event.DRIFT})
ON_ITEM = frozenset(
    {
        Event.TAKE, Event.RELEASE, Event.DISMISS, Event.RESTORE, Event.REOPEN, Event.SUBMIT,
        Event.ASK_REVIEW, Event.WITHDRAW, Event.MERGE, Event.UNMERGE,
    }
)  # fmt: skip
MERGING = frozenset({Event.MERGE, Event.UNMERGE})
ON_VERDICT = frozenset(Event) - ON_ITEM - MACHINES - FORCED


@dataclass(frozen=True, slots=True)
class Press:
    """One thing to send. `typed` is what the table of states learns from it.

    `by` names the only entrance that lets it through as far as the table, if it is one.
    """

    event: Event
    fields: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)
    by: Literal["", "page", "api"] = ""

    def __str__(self) -> str:
        said = [name for name, value in self.typed.items() if not value]
        return f"{self.event}{' without ' + ', '.join(said) if said else ''}"


def noted(event: Event) -> tuple[Press, Press]:
    """Return the event with a note and without; the API refuses an empty note by its shape."""
    return (
        Press(event, {"note": NOTE}, {"gives_note": True}),
        Press(event, {"note": " "}, {"gives_note": False}, by="page"),
    )


def submitted(rating: str, **typed: bool) -> Press:
    """Return a review with this rating; the scenes' first review says "mostly-false"."""
    fields = {
        "rating": rating, "summary": REVIEW.summary, "rationale": REVIEW.rationale,
        "confidence": 2, "no_evidence_reason": "",
    }  # fmt: skip
    facts = {"review_is_complete": True, "ratings_agree": rating == REVIEW.rating} | typed
    return Press(Event.SUBMIT, fields, facts)


PRESSES: tuple[Press, ...] = (
    Press(Event.TAKE),
    Press(Event.RELEASE),
    *noted(Event.DISMISS),
    Press(Event.RESTORE),
    *noted(Event.REOPEN),
    submitted("mostly-false"),
    submitted("true"),
    submitted("", review_is_complete=False),
    Press(Event.WITHDRAW),
    Press(Event.REVISE),
    Press(Event.RESUBMIT),
    Press(Event.SIGN_OFF, {"one_origin_reason": NOTE}, {"origins_are_enough": True}),
    Press(Event.SIGN_OFF, {"one_origin_reason": " "}),
    *noted(Event.ASK_REVIEW),
    Press(Event.MERGE, {"note": NOTE}, {"gives_note": True, "other_stands": True}),
    Press(Event.MERGE, {"note": " "}, {"gives_note": False, "other_stands": True}, by="page"),
    Press(
        Event.MERGE, {"note": NOTE, "stands": False}, {"gives_note": True, "other_stands": False}
    ),
    Press(Event.UNMERGE),
    Press(Event.HAND_OVER, {"author": "checker", "note": NOTE}, {"gives_note": True}),
    Press(Event.HAND_OVER, {"author": "checker", "note": " "}, {"gives_note": False}, by="page"),
    *noted(Event.SEND_BACK),
    Press(Event.PUBLISH),
    *noted(Event.RETRACT),
    # Their page offers only what is open; the API takes any and is refused by name.
    *(Press(event, {"move": event, "note": NOTE}, {"gives_note": True}, "api") for event in FORCED),
)


def outcome(scene: Scene, name: str, press: Press) -> Transition | Refusal:
    """Return what the table of states says to `press` by the person `name` in `scene`."""
    typed = dict(press.typed)
    if press.event == Event.SUBMIT:
        typed["reviews_in"] = scene.facts.get("reviews_in", 0) + 1
        typed["review_has_evidence"] = scene.claim_has_evidence
        typed["ratings_agree"] &= scene.facts.get("ratings_agree", True)
        if not scene.facts.get("reviews_in"):
            typed["ratings_agree"] = True
    return decide(scene.state, press.event, scene.situation(name, **typed))


def outcomes() -> Iterator[tuple[str, str, Press, Transition | Refusal]]:
    """Yield every scene, person and press, with what the table says."""
    for scene_name, scene in SCENES.items():
        for name in scene.tried_by:
            for press in PRESSES:
                yield scene_name, name, press, outcome(scene, name, press)


def rows_of_people() -> list[Transition]:
    """Return the rows of the table that a person can take."""
    return [row for row in TABLE if row.event not in MACHINES]


def rules_of_people() -> set[str]:
    """Return the rules that can refuse a person by themselves."""
    return {guard for row in rows_of_people() for guard in row.guards} - CHOICE


def api_request(press: Press, item: QueueItem) -> tuple[str, str, dict[str, Any]]:
    """Return method, path and body of the request a program sends."""
    body: dict[str, Any] = dict(press.fields)
    if press.event in MERGING:
        body = _merged(press) if press.event == Event.MERGE else {}
        return "post", f"/api/v1/claims/{item.claim_id}/{press.event}", body
    if press.event == Event.SUBMIT:
        body |= {"token": _token(item), "based_on": 0}
        return "post", f"/api/v1/queue/{item.pk}/review/submit", body
    if press.event in FORCED:
        draft = Verdict.objects.filter(item=item).first()
        if draft:
            body["hash"] = verdict_hash(draft)
        return "post", f"/api/v1/queue/{item.pk}/break-glass", body
    if press.event in ON_ITEM:
        return "post", f"/api/v1/queue/{item.pk}/{press.event.replace('_', '-')}", body
    verdict = Verdict.objects.filter(item=item).first()
    path = f"/api/v1/verdicts/{verdict.pk if verdict else 0}"
    if press.event == Event.REVISE:
        return "patch", path, {"based_on": verdict.revision if verdict else 0, "summary": "Less."}
    if press.event == Event.SIGN_OFF:
        body["hash"] = verdict_hash(verdict) if verdict else "0" * 64
    return "post", f"{path}/{press.event.replace('_', '-')}", body


def page_request(press: Press, item: QueueItem) -> tuple[str, dict[str, Any]]:
    """Return path and fields of the form a person sends."""
    fields: dict[str, Any] = dict(press.fields)
    if press.event == Event.SUBMIT:
        fields |= {"token": _token(item), "based_on": 0}
        return f"/queue/{item.pk}/review/submit/", fields
    if press.event == Event.MERGE:
        fields = _merged(press)
    if press.event in ON_ITEM:
        return f"/queue/{item.pk}/{press.event.replace('_', '-')}/", fields
    verdict = Verdict.objects.select_related("rating").filter(item=item).first()
    if press.event == Event.REVISE:
        return f"/queue/{item.pk}/verdict/", _verdict_fields(verdict) if verdict else {}
    if press.event == Event.RESUBMIT:
        return f"/queue/{item.pk}/verdict/resubmit/", fields
    if press.event == Event.SIGN_OFF:
        fields["seen_hash"] = verdict_hash(verdict) if verdict else ""
    action = {Event.SIGN_OFF: "approve"}.get(press.event, press.event.replace("_", "-"))
    return f"/sign-off/{verdict.pk if verdict else 0}/{action}/", fields


def _merged(press: Press) -> dict[str, Any]:
    """Return what is sent to merge a claim into another, which stands or is merged itself."""
    other = make_item().claim
    if not press.fields.get("stands", True):
        other.merged_into = make_item().claim
        other.save(update_fields=["merged_into"])
    return {"note": press.fields["note"], "into": other.pk, "based_on": 0}


def _token(item: QueueItem) -> str:
    lease = running_lease(item)
    return str(lease.token) if lease else NOBODYS_TOKEN


def _verdict_fields(verdict: Verdict) -> dict[str, Any]:
    fields = {
        "based_on": verdict.revision,
        "rating": verdict.rating.slug,
        "summary": "Less.",
        "explanation": verdict.explanation,
        "true_as_of": verdict.true_as_of.isoformat(),
        "no_evidence_reason": verdict.no_evidence_reason,
        "correction_note": verdict.correction_note,
    }
    return {f"verdict-{name}": value for name, value in fields.items()}
