"""No text for people stands in the source without being marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arch.sources import PACKAGES, ROOT, source_files

TEMPLATES = sorted(
    path
    for package in PACKAGES
    for folder in ("templates", "jinja2")
    for path in (ROOT / package).rglob(f"{folder}/**/*.html")
)
SCRIPTS = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("static/**/*.js"))
TRANSLATED = re.compile(
    r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}"
    r"|\{% block page_class %\}.*?\{% endblock %\}"
    r"|\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
NOT_READ = re.compile(
    r"<(script|style|code|pre|kbd)\b[^>]*>.*?</\1>|<!--.*?-->|<!doctype[^>]*>|&\w+;", re.DOTALL
)
SPOKEN = re.compile(r"\b(?:aria-label|title|placeholder|alt|data-label)=(\"[^\"]*\"|'[^']*')")
TAG = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
WORD = re.compile(r"[A-Za-z]{2,}")
# Words that are the same in all languages.
NAMES = {"https", "ms", "ClaimReview", "SHA", "JSON", "UTC", "URL", "verify_export", "py"}
REFUSALS = {"DeskError", "InvalidInput", "NotAllowed", "NotFound", "WrongState", "Stale"}
TOLD_BY = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label"}


def english_of(template: str) -> list[str]:
    """Return the words of a template that are outside of its tags of translation."""
    plain = NOT_READ.sub(" ", TRANSLATED.sub(" ", template))
    texts = [*SPOKEN.findall(plain), TAG.sub(" ", plain)]
    return [word for text in texts for word in WORD.findall(text) if word not in NAMES]


def test_it_finds_what_a_template_says_untranslated() -> None:
    template = '<p title="Old">{% translate "New" %}{# no #} Some <b class="x">words</b>.</p>'
    assert english_of(template) == ["Old", "Some", "words"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_that_is_not_translated(path: Path) -> None:
    assert english_of(path.read_text(encoding="utf-8")) == []


def texts_for_people(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what refusals, labels and messages say, as expressions."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in REFUSALS:
            yield from node.args[1 if name == "InvalidInput" else 0 :][:1]
        if (
            isinstance(node.func, ast.Attribute)
            and getattr(node.func.value, "id", "") == "messages"
        ):
            yield from node.args[1:2]
        yield from (word.value for word in node.keywords if word.arg in TOLD_BY)


def test_refusals_labels_and_messages_are_translated() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{text.lineno}"
        for path in source_files()
        if "api" not in path.parts  # what the documentation of the API says is in English
        for text in texts_for_people(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        or (isinstance(text, ast.Constant) and WORD.search(str(text.value or "")))
    ]
    assert bare == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_takes_its_words_from_the_page(path: Path) -> None:
    code = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
    said = re.findall(r"\"([A-Z][a-z]+ [^\"]*)\"|'([A-Z][a-z]+ [^']*)'|`([A-Z][a-z]+ [^`]*)`", code)
    assert said == []
