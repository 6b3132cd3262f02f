"""The form that says what a report holds, with what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from claims.language_names import language_name
from factcheck.centuries import within_centuries
from factcheck.errors import InvalidInput
from reviews.domain.report_periods import Period
from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import COLUMNS
from reviews.exports.files import format_choices
from reviews.models import VerdictStatus
from reviews.models.saved_report import PERIOD_CHOICES
from reviews.selectors.report_choices import report_choices, report_languages
from reviews.services.report_specs import spec_read
from reviews.services.report_wishes import ReportWish
from reviews.web.days import DayInput

GROUP_CHOICES = [
    ("", _("not grouped")),
    ("rating", _("rating")),
    ("language", _("language of the claim")),
    ("status", _("status")),
    ("month", _("month of publication")),
    ("speaker", _("speaker")),
    ("outlet", _("first outlet")),
]
STATUS_CHOICES = [each for each in VerdictStatus.choices if each[0] != VerdictStatus.DRAFT]


class Choices(forms.MultipleChoiceField):
    """A list to tick in; nothing ticked leaves it open."""

    def __init__(self, label: Any, choices: Any = (), help_text: Any = "") -> None:
        super().__init__(
            label=label,
            choices=choices,
            required=False,
            help_text=help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class ReportForm(forms.Form):
    """Which verdicts a report holds, which columns, in what order, and as which file."""

    period = forms.ChoiceField(
        label=_("Period"), choices=[*PERIOD_CHOICES, ("", _("the days below"))], required=False
    )
    published_from = forms.DateField(
        label=_("Published from"), widget=DayInput(), validators=[within_centuries], required=False
    )
    published_to = forms.DateField(
        label=_("to (included)"), widget=DayInput(), validators=[within_centuries], required=False
    )
    statuses = Choices(_("Status"), STATUS_CHOICES)
    ratings = Choices(_("Ratings"))
    languages = Choices(_("Languages of claims"))
    outlets = Choices(_("Outlets"))
    topics = Choices(_("Topics"))
    reviewers = Choices(_("Reviewers"))
    speakers = forms.CharField(
        label=_("Speakers"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("One name a line, as the claims have it."),
    )
    columns = Choices(_("Columns"), [(column.name, column.label) for column in COLUMNS])
    group_by = forms.ChoiceField(label=_("Group by"), choices=GROUP_CHOICES, required=False)
    format = forms.ChoiceField(label=_("Format"), choices=format_choices)
    language = forms.ChoiceField(label=_("Language of labels"))
    byte_order_mark = forms.BooleanField(
        label=_("CSV with a byte order mark"),
        required=False,
        help_text=_("Excel needs it to read Chinese; most programs can do without."),
    )

    name = forms.CharField(label=_("Name"), required=False, max_length=60)
    is_shared = forms.BooleanField(label=_("for the whole desk"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = report_choices()
        self._offer("ratings", ((each.slug, each.label) for each in found.ratings))
        self._offer("languages", ((tag, language_name(tag)) for tag in found.languages))
        self._offer("outlets", ((each.pk, each.name) for each in found.outlets))
        self._offer("topics", ((name, name) for name in found.topics))
        self._offer("reviewers", ((each.pk, each.shown_name) for each in found.reviewers))
        self._offer("language", ((tag, language_name(tag)) for tag in report_languages()))

    def _offer(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        """Read the filters as one specification; what it refuses is said at the field."""
        typed = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                typed["spec"] = _spec(typed)
            except InvalidInput as error:
                self.refuse(error)
        return typed

    @property
    def long(self) -> list[forms.BoundField]:
        """Return the filters that most reports leave open, without those that offer nothing."""
        names = ("outlets", "topics", "reviewers")
        offered = [self[name] for name in names if getattr(self.fields[name], "choices", ())]
        return [*offered, self["speakers"]]

    def refuse(self, error: InvalidInput) -> None:
        """Say a refusal of a service at its field, or above the form if that is elsewhere."""
        self.add_error(error.field if error.field in self.fields else None, error.message)

    def wish(self) -> ReportWish:
        """Return what a valid form asks for."""
        typed = self.cleaned_data
        return ReportWish(typed["spec"], typed["format"], typed["language"], typed["period"])


def initial_of(wish: ReportWish) -> dict[str, Any]:
    """Return the fields of the form that asks for `wish`."""
    return asdict(wish.spec) | {
        "speakers": "\n".join(wish.spec.speakers),
        "format": wish.format,
        "language": wish.language,
        "period": wish.period,
    }


def usual() -> dict[str, Any]:
    """Return the fields of the form for whoever comes without a wish: this month, all columns."""
    language = translation.get_language() or "en"
    return initial_of(ReportWish(ReportSpec(), "csv", language, Period.THIS_MONTH.value))


def _spec(typed: dict[str, Any]) -> ReportSpec:
    """Return the specification of what was typed. Raises InvalidInput naming the field."""
    speakers = (" ".join(line.split()) for line in typed["speakers"].splitlines())
    days = {} if typed["period"] else {
        name: typed[name] and typed[name].isoformat() for name in ("published_from", "published_to")
    }  # fmt: skip
    same = ("ratings", "languages", "topics", "statuses", "columns", "group_by", "byte_order_mark")
    return spec_read(
        days | {name: typed[name] for name in same} | {
            "time_zone": timezone.get_current_timezone_name(),
            "outlets": [int(each) for each in typed["outlets"]],
            "reviewers": [int(each) for each in typed["reviewers"]],
            "speakers": [name for name in speakers if name],
        }
    )  # fmt: skip
