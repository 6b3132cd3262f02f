"""The part of a walk in which people say which claims are one: they merge, split, move and undo."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.models import Appearance, Claim, ClaimDecision, DecisionKind
from claims.selectors.decisions import claims_version
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.decisions import decision_undo
from reviews.services.merging import claim_merge, claim_unmerge
from reviews.services.splitting import appearance_move, claim_split
from tests.factories import make_appearance, make_article
from tests.placings import waiting

PEOPLE: tuple[tuple[Role, ...], ...] = (
    (Role.FACT_CHECKER,), (Role.FACT_CHECKER, Role.EDITOR), (Role.EDITOR,), (Role.EDITOR,),
    (Role.EDITOR, Role.ADMINISTRATOR), (Role.ADMINISTRATOR,), (),
)  # fmt: skip
WHO = st.integers(0, len(PEOPLE) - 1)
NOTES = st.sampled_from(["The table is wrong.", " "])
WHICH = st.integers(0, 9)  # of what there is, counted round


def two_claims() -> tuple[QueueItem, QueueItem]:
    """Return the items of two claims, each made in its own words twice and in others once."""
    items = waiting(), waiting("Ten boats went down in May.", "Lighthouse")
    for item in items:
        for saying in (item.claim.text, "Boats sank in June."):
            made = make_article(f"Elsewhere ({item.pk}): {saying}")
            start = made.text.index(saying)
            make_appearance(item.claim, article=made, start=start, end=start + len(saying))
    return items


class Placing:
    """Rules about which appearance is of which claim, and what holds of claims after each."""

    people: list[User]
    item: QueueItem
    other: QueueItem

    def attempt(self, act: Callable[[], object]) -> None:
        """Do it; a refusal has to leave everything as it was."""
        raise NotImplementedError

    def pair(self, *, turned: bool) -> tuple[Claim, Claim]:
        """Return both claims of the walk as they are stored now."""
        ids = (self.item.claim_id, self.other.claim_id)
        one, other = (Claim.objects.get(pk=pk) for pk in (reversed(ids) if turned else ids))
        return one, other

    @rule(who=WHO, turned=st.booleans(), note=NOTES)
    def merge(self, who: int, turned: bool, note: str) -> None:
        one, other = self.pair(turned=turned)
        version = claims_version([one.pk, other.pk])
        self.attempt(
            lambda: claim_merge(
                claim=one, into=other, actor=self.people[who], note=note, based_on=version
            )
        )

    @rule(who=WHO, turned=st.booleans())
    def unmerge(self, who: int, turned: bool) -> None:
        one, _other = self.pair(turned=turned)
        self.attempt(lambda: claim_unmerge(claim=one, actor=self.people[who]))

    @rule(who=WHO, which=WHICH)
    def split(self, who: int, which: int) -> None:
        made = self.made(which)
        assert made.claim is not None
        claim, version = made.claim, claims_version([made.claim.pk])
        self.attempt(
            lambda: claim_split(
                claim=claim, appearances=[made.pk], actor=self.people[who], note="June.",
                based_on=version,
            )
        )  # fmt: skip

    @rule(who=WHO, which=WHICH, turned=st.booleans())
    def move_appearance(self, who: int, which: int, turned: bool) -> None:
        made, (to, _other) = self.made(which), self.pair(turned=turned)
        version = claims_version([made.claim_id or 0, to.pk])
        self.attempt(
            lambda: appearance_move(
                appearance=made, to=to, actor=self.people[who], note="May.", based_on=version
            )
        )

    @rule(who=WHO, which=WHICH)
    def undo_decision(self, who: int, which: int) -> None:
        standing = list(ClaimDecision.objects.filter(undone_at__isnull=True).order_by("pk"))
        if standing:
            decision = standing[which % len(standing)]
            self.attempt(lambda: decision_undo(decision=decision, actor=self.people[who]))

    def made(self, which: int) -> Appearance:
        """Return one of the appearances there are."""
        every = list(Appearance.objects.order_by("pk"))
        return every[which % len(every)]

    def claims_are_merged_in_one_step_and_nothing_stays_behind(self) -> None:
        merged = Claim.objects.filter(merged_into__isnull=False)
        assert not merged.filter(merged_into__merged_into__isnull=False).exists()
        assert not Appearance.objects.filter(claim__in=merged).exists()
        assert not Appearance.objects.filter(claim__isnull=True).exists()
        standing = ClaimDecision.objects.filter(kind=DecisionKind.MERGE, undone_at__isnull=True)
        assert set(standing.values_list("claim", flat=True)) == {each.pk for each in merged}
        newest = QueueItem.objects.order_by("claim", "-pk").distinct("claim")
        states = dict(newest.values_list("claim", "state"))
        assert {pk for pk, state in states.items() if state == State.MERGED} == {
            each.pk for each in merged
        }
