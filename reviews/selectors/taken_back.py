"""Reviews handed in and taken back again, as SQL: nothing that was done."""

from __future__ import annotations

# Of a row `move` of the moves of an item: a review is taken back only by whoever handed it in.
TAKEN_BACK = """
    (move.event = 'submit' AND EXISTS (
        SELECT FROM reviews_queuemove back
        WHERE back.item_id = move.item_id AND back.by_id = move.by_id
            AND back.event = 'withdraw' AND back.id > move.id))"""
