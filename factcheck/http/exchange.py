"""One HTTP exchange with given addresses, over by its deadline whatever the other side does."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.messages import Answer, Question
from factcheck.http.target import Target

if TYPE_CHECKING:
    import httpx


def exchange(
    target: Target, addresses: Sequence[str], question: Question, deadline: Deadline
) -> Answer:
    """Ask the first address that takes a connection. Raises NoAnswer.

    The name of `target` is only sent, never resolved again. No proxy of the environment is used: it
    would resolve the name for itself.
    """
    # Only now: httpx brings 12 MB of modules, of which most workers never fetch anything.
    import httpx

    from factcheck.http.transport import PinnedTransport

    headers = {
        "Host": target.authority, "Accept-Encoding": "identity", **question.headers,
        "Connection": "close",
    }  # fmt: skip
    request = httpx.Request(question.method, target.url, headers=headers, content=question.body)
    with closing(PinnedTransport(target, addresses, deadline)) as transport:
        with _failures_named(deadline):
            response = transport.handle_request(request)
        # In chunks of a byte each, a body comes with six times as much around it.
        transport.allow(2 * question.max_bytes)
        return _answer(response, question.max_bytes, deadline)


def _answer(response: httpx.Response, max_bytes: int, deadline: Deadline) -> Answer:
    body, cut = bytearray(), None
    try:
        with _failures_named(deadline):
            for block in response.iter_raw():
                body += block
                if len(body) > max_bytes:
                    cut = Why.TOO_LARGE
                    break
    except NoAnswer as failure:
        if failure.why not in {Why.BROKEN, Why.UNREACHABLE}:
            raise
        cut = Why.BROKEN
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, bytes(body[:max_bytes]), cut)


@contextmanager
def _failures_named(deadline: Deadline) -> Iterator[None]:
    import httpcore

    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = f"its certificate is not valid ({error.verify_message})"
        raise NoAnswer(Why.NOT_TRUSTED, reason) from error
    except httpcore.ProtocolError as error:
        raise NoAnswer(Why.BROKEN, "could not be reached (no HTTP came)") from error
    except (OSError, httpcore.NetworkError) as error:
        if deadline.is_past() or isinstance(error, TimeoutError):
            raise NoAnswer(Why.TIMED_OUT, "timed out") from error
        reason = f"could not be reached ({type(error).__name__})"
        raise NoAnswer(Why.UNREACHABLE, reason) from error
