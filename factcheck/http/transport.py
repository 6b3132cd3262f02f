"""httpx's transport over one connection to an address that was checked.

Not httpx's client: its cookies, redirects, proxies and unbounded decompression are what a request
to an address of a stranger must not have. No address is read a second time either: what the target
says is what is connected to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import httpcore
import httpx

from factcheck.http.connection import PinnedNetwork, tls_context
from factcheck.http.deadline import Deadline
from factcheck.http.target import Target


class PinnedTransport(httpx.BaseTransport):
    """One request to one target. `allow` says how much more may be read once the head is there."""

    def __init__(self, target: Target, addresses: Sequence[str], deadline: Deadline) -> None:
        self._target = target
        self._network = PinnedNetwork(addresses, deadline)
        self._connection = httpcore.HTTPConnection(
            httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port),
            ssl_context=tls_context() if target.scheme == "https" else None,
            network_backend=self._network,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`, return once the head of the answer is there.

        Raises NoAnswer, OSError, or what httpcore raises.
        """
        target = self._target
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        answer = self._connection.handle_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(cast("Iterator[bytes]", answer.stream)),
        )

    def allow(self, count: int) -> None:
        """Let `count` more bytes come than those of the head."""
        if self._network.stream is not None:
            self._network.stream.allowance += count

    def close(self) -> None:
        """Close the connection, also one that came no further than its handshake."""
        if self._network.stream is not None:
            self._network.stream.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterator[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)
