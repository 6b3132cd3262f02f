"""Reading strings out of the source, and what is said of a faulty translation."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from hypothesis import given
from hypothesis import strategies as st

from factcheck.catalogues import places
from factcheck.catalogues.compiling import compile_all
from factcheck.catalogues.extraction import extracted
from factcheck.catalogues.faults import faults, faults_of
from factcheck.catalogues.templates import extract_django
from factcheck.catalogues.updating import begin, update_all

TEMPLATE = """\
{% load i18n %}
{% comment %}Translators: of a ship{% endcomment %}
<p title="{% translate 'Crew "of" it' %}">{{ name|default:_("nobody") }}</p>
{% translate "May" context "month" %}
{% blocktranslate trimmed with place=port %}
  It lies
  in {{ place }}: 100%.
{% endblocktranslate %}
{% blocktranslate count boats=number %}one boat{% plural %}{{ boats }} boats{% endblocktranslate %}
"""


def test_it_reads_every_way_a_template_says_something() -> None:
    found = [
        (name, text, notes)
        for _line, name, text, notes in extract_django(io.BytesIO(TEMPLATE.encode()))
    ]
    assert found == [
        ("gettext", 'Crew "of" it', ["Translators: of a ship"]),
        ("_", "nobody", ["Translators: of a ship"]),
        ("pgettext", ("month", "May"), []),
        ("gettext", "It lies in %(place)s: 100%%.", []),
        ("ngettext", ("one boat", "%(boats)s boats"), []),
    ]


def test_it_reads_templates_python_and_names_the_files() -> None:
    source = extracted()
    label = source["Published verdicts"]
    assert {name for name, _line in label.locations} >= {
        "factcheck/web/navigation.py",
        "factcheck/web/templates/web/base.html",
    }


FAULTY = [
    ("Sent to %(name)s", "Dikirim", "placeholders"),
    ("Sent to %(name)s", "Dikirim ke %(nama)s", "placeholders"),
    ("%(share)s%% of all", "%(share)s% dari semua", "placeholders"),
    ("<b>Stop</b> now", "<b>Berhenti sekarang", "tags"),
    ("Settled: ", "Selesai:", "spaces"),
    ("Stop", "", "not translated"),
    (("%(n)s boat", "%(n)s boats"), ("%(n)s kapal", "%(n)s kapal"), "2 plural forms"),
    (("%(n)s boat", "%(n)s boats"), ("kapal",), "placeholders"),
]


@pytest.mark.parametrize(("original", "translation", "fault"), FAULTY)
def test_a_faulty_translation_is_told(original: str, translation: str, fault: str) -> None:
    assert any(fault in told for told in faults_of(Message(original, translation), 1))


@given(st.text(min_size=1), st.sampled_from(["%(name)s", "{name}", "<b>x</b>", ""]))
def test_a_text_that_says_the_same_has_no_fault(text: str, piece: str) -> None:
    original = f"{text}{piece}"
    assert list(faults_of(Message(original, original), 1)) == []


def test_a_fuzzy_a_missing_and_a_stale_translation_are_told() -> None:
    source, catalogue = Catalog(), Catalog(locale="id")
    source.add("new")
    source.add("here")
    catalogue.add("gone", "hilang")
    catalogue.add("here", "di sini", flags=["fuzzy"])
    told = "\n".join(faults(catalogue, source))
    assert "missing: 'new'" in told
    assert "any more: 'gone'" in told
    assert "fuzzy: 'here'" in told


def test_a_language_is_begun_brought_up_to_date_and_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "LOCALE", tmp_path)
    source = Catalog()
    source.add("Sent", locations=[("a.py", 3)])
    source.add(("%(n)s boat", "%(n)s boats"))
    begin("zh_Hant")
    update_all(source)
    [(language, path)] = places.catalogue_files().items()
    catalogue = places.read(path, language)
    assert (language, catalogue.num_plurals, len(catalogue)) == ("zh_Hant", 1, 2)
    assert "#: a.py\n" in path.read_text(encoding="utf-8")

    catalogue["Sent"].string = "已送出"
    places.write(path, catalogue, language)
    update_all(source)
    assert compile_all() == [path]
    assert compile_all() == []
    with path.with_suffix(".mo").open("rb") as file:
        assert read_mo(file)["Sent"].string == "已送出"
