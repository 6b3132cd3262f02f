"""The practice claim: a made-up claim that a new person takes through the desk by themselves.

Pages of their own: nothing here is a row of the queue, so that nothing has to leave it out.
"""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from factcheck.accounts.models import Practice
from factcheck.web.permissions import desk, person
from reviews.domain.practice import Lesson, Step, Story, lesson_of, step_after, story_in
from reviews.models import Rating
from reviews.selectors.published import scale_ratings
from reviews.services.practice import practice_note
from reviews.web.practice_form import (
    KEPT,
    LATER,
    PassageForm,
    PracticeReviewForm,
    Progress,
)

FORMS = {Step.EVIDENCE: ("quote", "stance"), Step.REVIEW: ("rating", "summary", "rationale")}


@desk()
@require_safe
def practice(request: HttpRequest) -> HttpResponse:
    """Show the step the person has reached."""
    return _page(request, Progress.of(request.session))


@desk()
@require_POST
def go_on(request: HttpRequest, step: str) -> HttpResponse:
    """Take what was typed at `step` and go on; a step already behind one changes nothing."""
    progress = Progress.of(request.session)
    if progress.step == step and step in set(Step):
        form = _form(Step(step), request)
        if form is not None and not form.is_valid():
            return _page(request, progress, form)
        for name in FORMS.get(Step(step), ()):
            setattr(progress, name, form.cleaned_data[name] if form else "")
        if step == Step.EVIDENCE:
            progress.quoted_in = _story().language
        progress.step = step_after(Step(step)).value
        progress.keep(request.session)
        if progress.step == Step.DONE:
            practice_note(actor=person(request), outcome=Practice.DONE)
    return redirect("practice")


@desk()
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Begin anew."""
    request.session.pop(KEPT, None)
    return redirect("practice")


@desk()
@require_POST
def later(request: HttpRequest) -> HttpResponse:
    """Leave it for now: until the next log-in nothing more is said of it."""
    request.session[LATER] = True
    return redirect("queue")


@desk()
@require_POST
def never(request: HttpRequest) -> HttpResponse:
    """Leave it for good; the menu still leads here."""
    practice_note(actor=person(request), outcome=Practice.DECLINED)
    return redirect("queue")


def _form(step: Step, request: HttpRequest | None, story: Story | None = None) -> forms.Form | None:
    """Return the form of a step, with what was sent by `request`; None where nothing is typed."""
    sent = request.POST if request else None
    if step == Step.EVIDENCE:
        return PassageForm(story or _story(), sent)
    if step == Step.REVIEW:
        return PracticeReviewForm(scale_ratings(), sent)
    return None


def _story() -> Story:
    return story_in(get_language() or "en")


def _page(request: HttpRequest, progress: Progress, form: forms.Form | None = None) -> HttpResponse:
    step = Step(progress.step)
    steps = list(Step)[:-1]
    context: dict[str, Any] = {
        "story": _story(),
        "progress": progress,
        "step": step.value,
        "number": min(steps.index(step) + 1 if step in steps else len(steps), len(steps)),
        "of": len(steps),
        "form": form or _form(step, None),
        "until": timezone.now() + datetime.timedelta(seconds=settings.LEASE_SECONDS),
        **_rated(step, progress),
    }
    return render(request, "reviews/practice.html", context, status=422 if form else 200)


def _rated(step: Step, progress: Progress) -> dict[str, Any]:
    """Return the ratings while one is chosen, and what the chosen one shows after that."""
    if step not in (Step.REVIEW, Step.EDITOR):
        return {}
    ratings: list[Rating] = scale_ratings()
    chosen = next((each for each in ratings if each.slug == progress.rating), None)
    lesson: Lesson = lesson_of(progress.rating)
    return {"ratings": ratings, "chosen": chosen, "lesson": lesson.value}
