from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claims.extraction.folding import simplify
from claims.extraction.quantities import quantities_in
from claims.extraction.repair import repair
from claims.extraction.types import DateMention, Span
from claims.matching.compare import answers_one_question, compare, score
from claims.matching.figures import compare_figures
from claims.matching.types import Statement
from tests.pure.matching.corpus import labelled_statements, statement


def read(text: str, language: str = "en") -> Statement:
    """Return a statement with the figures that extraction finds in it."""
    view = repair(text)
    span = Span(0, len(view.text))
    found = quantities_in(view, simplify(view.text), span, language, ())
    return replace(statement(text, language), quantities=tuple(found))


def test_a_translation_with_the_same_figure_is_the_same_claim() -> None:
    one = statement("Ekonomi Indonesia tumbuh 5,03 persen pada 2024.", "id", "5.03 %")
    other = statement("Indonesia's economy grew 5.03% in 2024.", "en", "5.03 %")
    assert compare(one, other).outcome == "same"


def test_another_figure_differs_in_number() -> None:
    one = statement("Ekonomi Indonesia tumbuh 5,03 persen pada 2024.", "id", "5.03 %")
    other = statement("Indonesia's economy grew 4.1% in 2024.", "en", "4.1 %")
    found = compare(one, other)
    assert found.outcome == "differs"
    assert "number" in found.aspects


def test_a_denial_differs_in_polarity() -> None:
    one = statement("The vaccine causes infertility.")
    other = statement("The vaccine does not cause infertility.")
    found = compare(one, other)
    assert found.outcome == "differs"
    assert "polarity" in found.aspects


def test_another_model_differs_in_subject() -> None:
    one = statement("Training V3 cost $5.5 million.", "en", "5.5e6 USD")
    other = statement("Training R1 cost $5.5 million.", "en", "5.5e6 USD")
    found = compare(one, other)
    assert found.outcome == "differs"
    assert "subject" in found.aspects


YEAR_2024 = DateMention(Span(0, 0), date(2024, 1, 1), date(2024, 12, 31))
HALF_2025 = DateMention(Span(0, 0), date(2025, 1, 1), date(2025, 6, 30))
MAY_DAY = DateMention(Span(0, 0), date(2025, 5, 1), date(2025, 5, 1))


@pytest.mark.parametrize(
    ("figure", "period", "is_one"),
    [
        ("4.1e9 USD", HALF_2025, False),
        ("3.7e9 USD", HALF_2025, True),  # wrongly dated, perhaps
        ("4.1e9 USD", YEAR_2024, True),
        ("4.1e9 USD", MAY_DAY, True),
    ],
)
def test_another_figure_of_another_year_answers_another_question(
    figure: str, period: DateMention, is_one: bool
) -> None:
    text = "Brightwater Labs had a revenue of {} billion dollars."
    one = replace(statement(text.format("3.7"), "en", "3.7e9 USD"), dates=(YEAR_2024,))
    other = replace(statement(text.format("some"), "en", figure), dates=(period,))
    assert answers_one_question(compare(one, other)) is is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kota itu menjadi tuan rumah untuk pertama kalinya.", "id"),
        ("The city is the host for the first time.", "en"),
        ("该市首次承办这项赛事。", "zh-Hans"),
    ],
)
def test_the_first_time_is_not_the_second(one: str, other: str) -> None:
    again = statement("Kota itu menjadi tuan rumah untuk kedua kalinya.", "id")
    assert compare(statement(one, other), again).outcome != "same"


def test_who_likes_what_is_not_turned_around() -> None:
    one = statement("她喜欢猫不喜欢狗。", "zh-Hans")
    other = statement("她喜欢狗不喜欢猫。", "zh-Hans")
    assert compare(one, other).outcome != "same"


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("Barang Jepang ke Kanada dikenai bea masuk 12 persen.", False),
        ("Goods of Japan are taxed by Canada at 12%.", False),
        ("Japan taxes goods from Canada at 12%.", True),
    ],
)
def test_who_does_it_to_whom_counts_however_it_is_told(told: str, turned: bool) -> None:
    one = statement("Canada taxes goods from Japan at 12%.", "en", "12 %")
    signals = {each.signal for each in compare(one, statement(told, "en", "12 %")).reasons}
    assert ("turned" in signals) == turned


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "Peru attacked Chile with boats on Monday and 12 people were killed.",
            "Chile attacked Peru with boats on Monday and 12 people died.", "en",
        ),
        ("Peru menyerang Chile, 12 orang tewas.",
         "Chile menyerang Peru, 12 dilaporkan tewas.", "id"),
        ("秘鲁周一袭击智利，12人被打死。", "智利周一袭击秘鲁，12人死亡。", "zh-Hans"),
        ("Toyota sued Samsung over a patent.", "Samsung sued Toyota over a patent.", "en"),
        ("The ferry fire killed 5 people and injured 20 people.",
         "The ferry fire killed 20 people and injured 5 people.", "en"),
        ("Kebakaran feri menewaskan 5 orang dan melukai 20 orang.",
         "Kebakaran feri menewaskan 20 orang dan melukai 5 orang.", "id"),
        ("渡轮火灾造成5人死亡20人受伤。", "渡轮火灾造成20人死亡5人受伤。", "zh-Hans"),
        ("The ferry fire killed 20 people.", "The ferry fire killed 21 people.", "en"),
        ("日本同意降低渡轮票价。", "日本不同意降低渡轮票价。", "zh-Hans"),
        ("这种涂料对儿童安全。", "这种涂料对儿童不安全。", "zh-Hans"),
    ],
)  # fmt: skip
def test_one_word_or_figure_that_changes_places_makes_two_claims(
    one: str, other: str, language: str
) -> None:
    assert compare(read(one, language), read(other, language)).outcome != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fire killed 5 people and injured 20 people.",
            "20 people were injured and 5 people killed by the fire.",
        ),
        ("Peru and Chile closed the border.", "Chile and Peru closed the border."),
        ("Peru, and Chile, closed the border.", "Chile, and Peru, closed the border."),
        ("Peru attacked Chile on Monday.", "Chile was attacked by Peru on Monday."),
    ],
)
def test_another_order_alone_turns_nothing_around(one: str, other: str) -> None:
    assert compare(read(one), read(other)).outcome in {"same", "related"}


def test_two_topics_are_unrelated() -> None:
    one = statement("Bank Indonesia held its rate at 5.75%.", "en", "5.75 %")
    other = statement("义大利队赢得了比赛。", "zh-Hant")
    assert compare(one, other).outcome == "unrelated"


def test_it_does_not_matter_which_side_is_first() -> None:
    statements = [found for _, found in labelled_statements()[:24]]
    for one in statements:
        for other in statements:
            there, back = compare(one, other), compare(other, one)
            assert there.outcome == back.outcome
            assert abs(score(there.reasons) - score(back.reasons)) < 1e-6


def test_only_a_difference_has_aspects_and_every_difference_has_one() -> None:
    statements = [found for _, found in labelled_statements()]
    for one in statements[::3]:
        for other in statements[::4]:
            found = compare(one, other)
            assert bool(found.aspects) == (found.outcome == "differs")


def test_what_is_near_without_being_sure_is_related_and_only_figures_differ_in_strength() -> None:
    near = 0
    statements = [found for _, found in labelled_statements()]
    for at, one in enumerate(statements):
        for other in statements[:at]:
            found = compare(one, other)
            near += answers_one_question(found) and found.outcome == "related"
            if "strength" in found.aspects:
                figures = compare_figures(one.quantities, other.quantities)
                assert figures.relation in {"bounded", "one-sided"}
    assert near


@pytest.mark.parametrize("name", ["statements", "neighbours"])
def test_statements_of_two_families_are_never_the_same_claim(name: str) -> None:
    labelled = labelled_statements(name)
    wrong = [
        (one.text, other.text)
        for at, (family, one) in enumerate(labelled)
        for other_family, other in labelled[at + 1 :]
        if family != other_family and compare(one, other).outcome == "same"
    ]
    assert wrong == []
