"""Make statements out of what extraction found."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.types import Extraction, Sentence
from claims.matching.embeddings import embed_statements
from claims.matching.gists import gist_of
from claims.matching.topics import main_subject
from claims.matching.types import Statement


def selected_sentences(extraction: Extraction) -> tuple[Sentence, ...]:
    """Return the sentences that go to people, in order."""
    return tuple(sentence for sentence in extraction.sentences if sentence.selected)


def statements_of(
    text: str, extraction: Extraction, sentences: Sequence[Sentence], document: str = ""
) -> tuple[Statement, ...]:
    """Return a statement for each of these sentences of `text`; embeds them in one batch."""
    language = extraction.language
    wordings = [text[sentence.start : sentence.end] for sentence in sentences]
    vectors = embed_statements(wordings, [language] * len(wordings))
    about, gist = main_subject(text), gist_of(text, extraction)
    return tuple(
        Statement(
            text=wording,
            language=language,
            vector=tuple(vector.tolist()),
            speaker=sentence.speaker.name if sentence.speaker else "",
            quantities=sentence.quantities,
            dates=sentence.dates,
            document=document,
            about=about,
            gist=gist,
        )
        for wording, vector, sentence in zip(wordings, vectors, sentences, strict=True)
    )
