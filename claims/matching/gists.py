"""What an article is about, as a vector: whether two articles tell one story.

"Police arrested 27 people" is said of many protests, in much the same words and with one figure in
common. What tells them apart is what stands around.
"""

from __future__ import annotations

from claims.extraction.types import Extraction
from claims.matching.centring import centred
from claims.matching.embeddings import embed_statements
from claims.matching.types import Gist

# Articles of one language lie close whatever they are about. `python -m benchmarks.gists --write`
# makes this table of what those of each language have in common.
MEANS = "gists.npz"
FEWEST = 5  # sentences; of fewer the mean is no more than what one of them happens to speak of
MOST = 100  # a book is about what it begins with, and reading it all again would take minutes


def gist_of(text: str, extraction: Extraction) -> Gist:
    """Return the gist of an article: 384 floats of unit length, or none if it is too short."""
    found = [each for each in extraction.sentences if each.kind == "body"][:MOST]
    if len(found) < FEWEST:
        return ()
    language = extraction.language
    vectors = embed_statements(
        [text[each.start : each.end] for each in found], [language] * len(found)
    )
    mean = vectors.mean(axis=0, keepdims=True)
    return tuple(centred(mean, [language], MEANS)[0].tolist())
