"""Keys as they come in the header, and what a form carries."""

from __future__ import annotations

import string
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidInput
from factcheck.idempotency.keys import fields_digest, header_key

VISIBLE = st.text(string.ascii_letters + string.digits + "-_.:/+=", min_size=1, max_size=255)
FIELDS = st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=3), max_size=4)
NO_FILES: MultiValueDict[str, UploadedFile[bytes]] = MultiValueDict()


def digest(fields: dict[str, list[str]]) -> str:
    return fields_digest(MultiValueDict(fields), NO_FILES)


@given(VISIBLE)
def test_a_key_is_the_same_with_and_without_quotes(key: str) -> None:
    assert header_key(f'"{key}"') == header_key(f" {key} ") == key


def test_no_header_is_no_key() -> None:
    assert header_key(None) is None


@pytest.mark.parametrize("value", ["", '""', " ", '"half', "naïve", "x" * 256, "tab\tbed", 'a"b'])
def test_what_is_no_key_is_refused_and_the_header_named(value: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        header_key(value)
    assert refusal.value.field == "Idempotency-Key"


@given(FIELDS)
def test_the_order_of_fields_says_nothing(fields: dict[str, list[str]]) -> None:
    turned = {name: fields[name] for name in reversed(fields)}
    assert digest(turned) == digest(fields)


@given(FIELDS, FIELDS)
def test_other_fields_have_another_digest(
    one: dict[str, list[str]], two: dict[str, list[str]]
) -> None:
    assert (digest(one) == digest(two)) == (one == two)


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_file_counts_by_its_bytes_and_can_still_be_read(one: bytes, two: bytes) -> None:
    files = [SimpleUploadedFile("article.txt", content) for content in (one, two)]
    digests = [fields_digest(MultiValueDict(), MultiValueDict({"file": [file]})) for file in files]
    assert (digests[0] == digests[1]) == (one == two)
    assert [file.read() for file in files] == [one, two]


def test_a_field_left_out_does_not_count() -> None:
    key = str(uuid.uuid4())
    with_key = MultiValueDict({"csrf": [key], "note": ["An opinion."]})
    without: MultiValueDict[str, str] = MultiValueDict({"note": ["An opinion."]})
    assert fields_digest(with_key, NO_FILES, without={"csrf"}) == fields_digest(without, NO_FILES)
