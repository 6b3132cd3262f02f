"""What Redis remembers of hosts that tests fetched from."""

from __future__ import annotations

from claims.sources.host_store import PREFIX, host_store


def hosts_forget() -> None:
    """Forget every host: what its robots.txt said, and when it was asked."""
    with host_store() as store:
        for key in store.scan_iter(f"{PREFIX}*"):
            store.delete(key)
