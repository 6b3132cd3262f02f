"""What the demo people do before the photographs, with claims of the starter corpus."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.models import Article
from claims.selectors.claims import claim_relations, other_side
from claims.services.evidence import evidence_add
from factcheck.accounts.models import Practice, User
from reviews.domain.states import State
from reviews.models import QueueItem, Verdict
from reviews.services.comments import comment_add
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.leases import lease_take
from reviews.services.practice import practice_note
from reviews.services.reviews import ReviewText
from reviews.services.verdicts import verdict_publish, verdict_revise
from tests.screenshots.second_act import (
    claim_is_made_again,
    draft_goes_back,
    editors_set_rules,
)
from tests.walks import review, sign_off, text_of


@dataclass(frozen=True, slots=True)
class Case:
    """A claim by words of it, and what the desk finds out about it."""

    words: str
    rating: str
    summary: str
    rationale: str
    url: str
    publisher: str
    quote: str


FLOOD = Case(
    "Officials say the flood of September 27 and 28 killed 43 people", "true",
    "Forty-three people died, as the final count of the disaster agency says.",
    "The closing report of the agency lists 43 names. Earlier reports have fewer: they are older.",
    "https://bpbd.lawuraya.example/laporan/akhir", "Disaster Agency of Lawu Raya",
    "Korban meninggal: 43 orang.",
)  # fmt: skip
RAIN = Case(
    "The weather station in Wanasari measured 412 millimetres", "mostly-true",
    "The log of the station has 409 millimetres, close to what was reported.",
    "The log gives hourly sums; those of 27 September come to 409.",
    "https://cuaca.example/wanasari/2026-09-27", "Weather Service", "Jumlah 24 jam: 409 mm",
)  # fmt: skip
RAIN_AGAIN = replace(
    RAIN,
    rating="true",
    summary="The mended log of the station has 412 millimetres in 24 hours.",
    rationale="The station added an hour its sensor had missed; the sum is what was reported.",
    url="https://cuaca.example/wanasari/koreksi",
    quote="Setelah koreksi: 412 mm",
)
SHARES = Case(
    "Its smaller rival Tessaline lost 6.2 per cent", "false",
    "The table of the exchange has 5.1 per cent.",
    "The closing prices of the exchange give another figure for that day.",
    "https://exchange.example/closing", "Stock Exchange", "Change: -5.1 %",
)  # fmt: skip
MODEL = Case(
    "equals Prime 3 in mathematics", "unproven",
    "No test that others could repeat shows it.",
    "The company published scores of its own alone; two laboratories could not repeat them.",
    "https://lab.example/bench", "Open Benchmark Laboratory", "We could not repeat the scores.",
)  # fmt: skip
SHELTERS = Case(
    "31,200 residents", "", "", "",
    "https://bpbd.lawuraya.example/pengungsi", "Disaster Agency of Lawu Raya",
    "Puncak pengungsian: 31.200 jiwa pada 29 September.",
)  # fmt: skip
RAIN_IN_CHINESE = "24小时内测得降雨量412毫米"
ASKED = "@sari, Suara Lawu has 28.600 for the same day. Does the agency's table give hours?"


def corpus_is_read() -> bool:
    """Return whether the worker is done with all articles."""
    return Article.objects.exists() and not Article.objects.filter(due_at__isnull=False).exists()


def play() -> None:
    """Review, publish, correct and retract claims; on a desk where that was done, nothing."""
    if Verdict.objects.exists():
        return
    names = ("sari", "ming", "dewi", "grace")
    sari, ming, dewi, grace = people = [User.objects.get(username=name) for name in names]
    for person in people:
        practice_note(actor=person, outcome=Practice.DONE)
    reviewers = (sari, ming, dewi)
    _publish(_draft(FLOOD, reviewers), grace)
    first = _publish(_draft(RAIN, reviewers), grace)
    item_reopen(item=first.item, actor=sari, note="The station mended its log.")
    again = _draft(RAIN_AGAIN, reviewers)
    told = {"correction_kind": "rating", "correction_note": "The station mended its log."}
    _rewrite(again, **told)
    _publish(again, grace)
    retracted = _publish(_draft(SHARES, reviewers), grace)
    verdict_retract(verdict=retracted, actor=grace, note="We had read the table of another day.")
    draft_goes_back(_draft(MODEL, reviewers), grace)
    _add_evidence(SHELTERS, sari)
    comment_add(claim=_item(SHELTERS).claim, actor=ming, text=ASKED)
    editors_set_rules(dewi)
    claim_is_made_again(sari)


def hold() -> None:
    """Have sari hold the claim of the workspace: what she held in an earlier run is over."""
    item = _item(SHELTERS)
    if item.state == State.QUEUED:
        lease_take(item=item, actor=User.objects.get(username="sari"))


def addresses() -> dict[str, str]:
    """Return the addresses of what came of it, by the names of the photographs."""
    article = Article.objects.get(title__startswith="Flooded province")
    shelters = _item(SHELTERS)
    nearest = other_side(claim_relations(shelters.claim_id)[0], shelters.claim_id)
    return {
        "workspace": f"/queue/{shelters.pk}/",
        "merge": f"/queue/{_worded(RAIN_IN_CHINESE).pk}/merge/?into={_item(RAIN).claim_id}",
        "explain": f"/claims/{shelters.claim_id}/explain/?with=claim:{nearest.pk}",
        "sign-off": f"/sign-off/{Verdict.objects.get(item=_item(MODEL)).pk}/",
        "article": f"/articles/{article.pk}/",
        "source": f"/sources/{article.source_id}/",
        "verdict": f"/verdicts/{_item(FLOOD).claim_id}/",
        "verdict-corrected": f"/verdicts/{_item(RAIN).claim_id}/",
        "verdict-retracted": f"/verdicts/{_item(SHARES).claim_id}/",
    }


def _draft(case: Case, reviewers: tuple[User, ...]) -> Verdict:
    """Have the case reviewed by as many as it takes."""
    _add_evidence(case, reviewers[0])
    said = ReviewText(
        rating=case.rating, summary=case.summary, rationale=case.rationale, confidence=3
    )
    item = _item(case)
    for reviewer in reviewers:
        if not Verdict.objects.filter(item=item).exists():
            review(item, reviewer, said)
    return Verdict.objects.get(item=item)


def _rewrite(draft: Verdict, **changes: str) -> None:
    text = replace(text_of(draft), **changes)  # type: ignore[arg-type]  # names of its fields
    verdict_revise(verdict=draft, actor=draft.author, text=text, based_on=draft.revision)


def _publish(draft: Verdict, editor: User) -> Verdict:
    return verdict_publish(verdict=sign_off(draft, editor), actor=editor)


def _add_evidence(case: Case, actor: User) -> None:
    evidence_add(
        claim=_item(case).claim, actor=actor, url=case.url, publisher=case.publisher,
        quote=case.quote, stance="context", kind="primary",
    )  # fmt: skip


def _item(case: Case) -> QueueItem:
    return _worded(case.words)


def _worded(words: str) -> QueueItem:
    """Return the newest item of the claim, which may be worded as another outlet had it first."""
    return QueueItem.objects.filter(claim__appearances__text__contains=words).latest("id")
