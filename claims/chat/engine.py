"""The second engine: an extraction in, the same extraction judged once more out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from claims.chat.answer import read_answer
from claims.chat.client import ask
from claims.chat.combining import combine
from claims.chat.endpoint import Endpoint
from claims.chat.failure import ChatFailed
from claims.chat.parts import parts_of
from claims.chat.prompt import messages
from claims.extraction.types import Extraction, Sentence
from factcheck.http.deadline import Deadline

ENGINE_LENGTH = 40  # characters that are kept of an engine's name


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """An extraction judged once more; `failure` says why some or all of it was not, or is ""."""

    extraction: Extraction
    failure: str = ""


def consult(endpoint: Endpoint, text: str, extraction: Extraction) -> SecondOpinion:
    """Ask the model about the body of the article `text`, within the endpoint's time-out.

    Never raises: without a usable answer the extraction stands as it is. The parts of a long
    article are asked about one by one; what was answered before a failure counts.
    """
    deadline = Deadline.after(endpoint.timeout)
    judged: dict[int, Sentence] = {}
    failure = ""
    for part in parts_of(extraction.sentences):
        question = messages([text[each.start : each.end] for each in part], extraction.language)
        try:
            judgements = read_answer(ask(endpoint, question, deadline))
        except ChatFailed as error:
            failure = str(error)
            break
        judged |= {each.start: each for each in combine(text, part, judgements)}
    if not judged:
        return SecondOpinion(extraction, failure)
    sentences = tuple(judged.get(each.start, each) for each in extraction.sentences)
    engine = f"{extraction.engine}+chat:{endpoint.model}"[:ENGINE_LENGTH]
    return SecondOpinion(
        dataclasses.replace(extraction, sentences=sentences, engine=engine), failure
    )
