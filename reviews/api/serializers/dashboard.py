"""The figures of the dashboard out. Times are in seconds, shares from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.fields import Day
from reviews.api.serializers.agreement import GroupFiguresSerializer, LanguageFiguresSerializer
from reviews.domain.dashboard_window import OFFERED
from reviews.domain.happenings import Passing
from reviews.domain.waiting import EDGES
from reviews.selectors.dashboard import Dashboard

BUCKETS = f"open claims by age; a bucket ends at {', '.join(map(str, EDGES))} hours, the last never"


class DashboardQuerySerializer(serializers.Serializer[Any]):
    """Which days: so many back from today, or from one to another, both included."""

    period = serializers.ChoiceField(choices=OFFERED, required=False)
    since = Day(required=False)
    until = Day(required=False)


class WindowSerializer(serializers.Serializer[Any]):
    """Days, both included."""

    first = serializers.DateField()
    last = serializers.DateField()


class CountsSerializer(serializers.Serializer[Any]):
    """How often each thing happened."""

    arrived = serializers.IntegerField()
    entered = serializers.IntegerField()
    restored = serializers.IntegerField()
    dismissed = serializers.IntegerField()
    merged = serializers.IntegerField()
    reviewed = serializers.IntegerField()
    signed_off = serializers.IntegerField()
    published = serializers.IntegerField()


class WaitingSerializer(serializers.Serializer[Any]):
    """Open claims and how many hours they have waited: whole ones, from 48 on whole days."""

    count = serializers.IntegerField()
    buckets = serializers.ListField(child=serializers.IntegerField(), help_text=BUCKETS)
    median = serializers.IntegerField(allow_null=True)
    oldest = serializers.IntegerField(allow_null=True)


class NamedWaitingSerializer(WaitingSerializer):
    """The open claims of one state or language (BCP 47 tag)."""

    name = serializers.CharField()


class DepthSerializer(serializers.Serializer[Any]):
    """What waits now, snoozed claims included."""

    all = WaitingSerializer()
    states = serializers.SerializerMethodField()
    languages = serializers.SerializerMethodField()

    @extend_schema_field(NamedWaitingSerializer(many=True))
    def get_states(self, depth: Any) -> object:
        """Return what waits in each state."""
        return [WaitingSerializer(part).data | {"name": name} for name, part in depth.states]

    @extend_schema_field(NamedWaitingSerializer(many=True))
    def get_languages(self, depth: Any) -> object:
        """Return what waits in each language."""
        return [WaitingSerializer(part).data | {"name": name} for name, part in depth.languages]


class StepSerializer(CountsSerializer):
    """What happened in a step of so many days: one, or a week."""

    first = serializers.DateField()
    days = serializers.IntegerField()


class FlowSerializer(serializers.Serializer[Any]):
    """What happened: by step, in all, and in as many days before."""

    steps = serializers.SerializerMethodField()
    totals = CountsSerializer()
    before = CountsSerializer()

    @extend_schema_field(StepSerializer(many=True))
    def get_steps(self, flow: Any) -> object:
        """Return a row per step; one without anything has zeros."""
        return [
            {"first": step.first, "days": step.days} | CountsSerializer(counts).data
            for step, counts in flow.steps
        ]


class TookSerializer(serializers.Serializer[Any]):
    """The median and the 90th percentile of `count` times, in seconds."""

    count = serializers.IntegerField()
    median = serializers.FloatField(allow_null=True)
    ninth = serializers.FloatField(allow_null=True)


class StageSerializer(TookSerializer):
    """The times at one stage, and its share of all time spent."""

    stage = serializers.CharField(help_text=", ".join(Passing))
    share = serializers.FloatField()


class WeekSerializer(TookSerializer):
    """The times of what was published in the week from this day."""

    first = serializers.DateField()


class TimesSerializer(serializers.Serializer[Any]):
    """From entering the queue to publication."""

    total = TookSerializer()
    before = TookSerializer()
    stages = serializers.SerializerMethodField()
    weeks = serializers.SerializerMethodField()

    @extend_schema_field(StageSerializer(many=True))
    def get_stages(self, times: Any) -> object:
        """Return the times at each stage."""
        return [
            TookSerializer(took).data | {"stage": stage, "share": times.shares[stage]}
            for stage, took in times.stages.items()
        ]

    @extend_schema_field(WeekSerializer(many=True))
    def get_weeks(self, times: Any) -> object:
        """Return the times of each week."""
        return [TookSerializer(took).data | {"first": step.first} for step, took in times.weeks]


class CardSerializer(serializers.Serializer[Any]):
    """How well sentences were chosen, by the marks of people."""

    marks = serializers.IntegerField()
    precision = serializers.FloatField(allow_null=True)
    recall = serializers.FloatField(allow_null=True)


class LanguageCardSerializer(CardSerializer):
    """The marks on articles of one language."""

    language = serializers.CharField()


class LanguageCountsSerializer(CountsSerializer):
    """What happened to claims of one language."""

    language = serializers.CharField()


class OutletSerializer(serializers.Serializer[Any]):
    """An outlet, "" for none; its claims are those the desk had from it first."""

    name = serializers.CharField()
    counts = CountsSerializer()
    scorecard = CardSerializer(source="card")


class PersonDidSerializer(serializers.Serializer[Any]):
    """What a person did; null for small numbers of others."""

    person = serializers.CharField(source="person.username")
    reviewed = serializers.IntegerField(source="counts.reviewed", allow_null=True)
    dismissed = serializers.IntegerField(source="counts.dismissed", allow_null=True)
    signed_off = serializers.IntegerField(source="counts.signed_off", allow_null=True)


class MediansSerializer(serializers.Serializer[Any]):
    """Medians over everybody who did anything; null for few people."""

    reviewed = serializers.FloatField(allow_null=True)
    dismissed = serializers.FloatField(allow_null=True)
    signed_off = serializers.FloatField(allow_null=True)


class PeopleSerializer(serializers.Serializer[Any]):
    """Oneself; everybody, in the order of names, for editors and administrators."""

    rows = PersonDidSerializer(many=True)
    medians = MediansSerializer()


class GroupAgreementSerializer(serializers.Serializer[Any]):
    """How far blind reviews agree; by rating and by pair it is `/api/v1/agreement`."""

    claims = serializers.IntegerField()
    overall = GroupFiguresSerializer()
    languages = serializers.SerializerMethodField()

    @extend_schema_field(LanguageFiguresSerializer(many=True))
    def get_languages(self, agreement: Any) -> object:
        """Return the figures of each language."""
        rows = [{"language": tag, "figures": figures} for tag, figures in agreement.languages]
        return LanguageFiguresSerializer(rows, many=True).data


class DashboardSerializer(serializers.Serializer[Dashboard]):
    """All figures. Days begin at midnight in `zone`, that of whoever asks."""

    window = WindowSerializer()
    before = WindowSerializer(source="window.before")
    zone = serializers.CharField()
    at = serializers.DateTimeField()
    depth = DepthSerializer()
    flow = FlowSerializer()
    times = TimesSerializer()
    agreement = GroupAgreementSerializer()
    scorecard = CardSerializer(source="marks.all")
    scorecard_languages = serializers.SerializerMethodField()
    languages = serializers.SerializerMethodField()
    outlets = OutletSerializer(source="outlets.rows", many=True)
    people = PeopleSerializer()

    @extend_schema_field(LanguageCardSerializer(many=True))
    def get_scorecard_languages(self, found: Dashboard) -> object:
        """Return how well sentences of each language were chosen."""
        return _tagged(CardSerializer, found.marks.languages)

    @extend_schema_field(LanguageCountsSerializer(many=True))
    def get_languages(self, found: Dashboard) -> object:
        """Return what happened to claims of each language."""
        return _tagged(CountsSerializer, found.languages)


def _tagged(kind: type[serializers.Serializer[Any]], rows: Mapping[str, object]) -> object:
    return [kind(row).data | {"language": tag} for tag, row in rows.items()]
