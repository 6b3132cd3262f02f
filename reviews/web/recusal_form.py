"""A recusal as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.recusal import Kind
from reviews.domain.states import REVIEWERS
from reviews.models.recusal import KIND_CHOICES
from reviews.services.recusals import MAX_REASON, MAX_TEXT


class RecusalForm(forms.Form):
    """From what, and why. Editors say for whom; others declare for themselves."""

    kind = forms.ChoiceField(label=_("From"), choices=KIND_CHOICES)
    text = forms.CharField(
        label=_("Tag, word, outlet or name"),
        help_text=_("A tag or an outlet by its whole name; a word or a speaker as in the text."),
        max_length=MAX_TEXT,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Editors read it, and nobody else."),
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    person = forms.ChoiceField(label=_("Who"))

    def __init__(self, actor: User, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.people = _people(actor)
        names = [(str(each.pk), each.shown_name) for each in self.people.values()]
        cast("forms.ChoiceField", self.fields["person"]).choices = names
        self.fields["person"].initial = str(actor.pk)
        if len(names) == 1:
            del self.fields["person"]
        self.actor = actor

    @property
    def whom(self) -> User:
        """Return the person to be recused; the form has to be valid."""
        return self.people[int(self.cleaned_data.get("person", self.actor.pk))]

    @property
    def wanted(self) -> Kind:
        """Return the kind; the form has to be valid."""
        return Kind(self.cleaned_data["kind"])


def _people(actor: User) -> dict[int, User]:
    """Return whom `actor` may declare for, themselves first."""
    if Role.EDITOR not in actor.roles:
        return {actor.pk: actor}
    people = User.objects.filter(is_active=True, groups__name__in=REVIEWERS).distinct()
    others = {each.pk: each for each in people.order_by("username")}
    return {actor.pk: actor} | others
