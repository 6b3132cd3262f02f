"""What is typed on the practice claim, and how far somebody is, kept in their session alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from django import forms
from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.models.evidence import Stance
from reviews.domain.practice import Step, Story, is_quoted
from reviews.models import Rating
from reviews.services.verdicts import MAX_SUMMARY

KEPT, LATER = "practice", "practice_later"
MAX_TEXT = 2000  # it is kept in the session
AUTO_ID = "practice-%s"


@dataclass(slots=True)
class Progress:
    """The step somebody has reached, and what they typed on the way."""

    step: str = Step.READ.value
    quote: str = ""
    quoted_in: str = ""  # the language of the page then: pages may be switched to another
    stance: str = ""
    rating: str = ""
    summary: str = ""
    rationale: str = ""

    @classmethod
    def of(cls, session: SessionBase) -> Progress:
        """Return the progress kept in a session, or the beginning."""
        kept = session.get(KEPT) or {}
        return cls(**{each.name: kept[each.name] for each in fields(cls) if each.name in kept})

    def keep(self, session: SessionBase) -> None:
        """Keep it in a session."""
        session[KEPT] = asdict(self)


class PassageForm(forms.Form):
    """A passage of the sample page as evidence."""

    quote = forms.CharField(
        label=_("Passage"),
        help_text=_("Word for word as it stands in the page. Copy it, or type a line of it."),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "e"}),
    )
    stance = forms.ChoiceField(label=_("What it does"), choices=Stance.choices)

    def __init__(self, story: Story, sent: QueryDict | None) -> None:
        super().__init__(sent, auto_id=AUTO_ID)
        self._story = story

    def clean_quote(self) -> str:
        """Refuse what does not stand in the page, as the workspace does."""
        quote: str = self.cleaned_data["quote"]
        if not is_quoted(quote, self._story):
            raise forms.ValidationError(
                _("This does not stand in the page. Readers must be able to find it there.")
            )
        return quote


class PracticeReviewForm(forms.Form):
    """Rating, summary and rationale."""

    rating = forms.ChoiceField(label=_("Rating"))
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("One or two sentences for readers: what is true, and how we know."),
        max_length=MAX_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rationale = forms.CharField(
        label=_("Rationale"),
        help_text=_("How the evidence leads to the rating, step by step."),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, ratings: list[Rating], sent: QueryDict | None) -> None:
        super().__init__(sent, auto_id=AUTO_ID)
        choices = [(each.slug, each.label) for each in ratings]
        self.fields["rating"] = forms.ChoiceField(label=_("Rating"), choices=choices)
