"""Who may ask a host when: one after the other, by all workers together, and never by sleeping."""

from __future__ import annotations

from claims.sources.host_store import PREFIX, host_store

LONGEST_WAIT = 15 * 60.0  # seconds; whoever is further back in the line asks again
LONGEST_HOLD = 60 * 60.0  # seconds; a site that says "in a year" is asked in an hour all the same

# One script, so that of two workers one gets the turn. The clock is that of Redis: those of workers
# differ. Whoever comes too early is given a later moment than the one before: told the same, all
# would be back at once, and all but one in vain.
TAKE_TURN = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local pause, longest = tonumber(ARGV[1]), tonumber(ARGV[2])
local free = tonumber(redis.call('HGET', KEYS[1], 'free') or 0)
if free <= now then
    redis.call('HSET', KEYS[1], 'free', now + pause)
    redis.call('PEXPIRE', KEYS[1], math.max(pause, 1) + longest)
    return 0
end
local line = tonumber(redis.call('HGET', KEYS[1], 'line') or 0)
local mine = math.max(free, math.min(line, now + longest))
redis.call('HSET', KEYS[1], 'line', mine + pause)
return mine - now
"""
HOLD = """
local clock = redis.call('TIME')
local held = clock[1] * 1000 + math.floor(clock[2] / 1000) + tonumber(ARGV[1])
if held > tonumber(redis.call('HGET', KEYS[1], 'free') or 0) then
    redis.call('HSET', KEYS[1], 'free', held)
    redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[1]) + tonumber(ARGV[2]))
end
"""


def turn_take(host: str, *, pause: float) -> float:
    """Return 0 if `host` may be asked now, and then by nobody else for `pause` seconds.

    Else the seconds after which to ask for the turn again. Raises FetchFailed (redis_away).
    """
    with host_store() as store:
        wait = store.eval(
            TAKE_TURN, 1, _key(host), _milliseconds(pause), _milliseconds(LONGEST_WAIT)
        )
    return int(str(wait)) / 1000


def host_hold(host: str, *, seconds: float) -> None:
    """Let nobody ask `host` for so long, an hour at most. Raises FetchFailed (redis_away)."""
    held = _milliseconds(min(seconds, LONGEST_HOLD))
    with host_store() as store:
        store.eval(HOLD, 1, _key(host), held, _milliseconds(LONGEST_WAIT))


def _key(host: str) -> str:
    return f"{PREFIX}turn:{host}"


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
