"""What is in the queue starts to age; what was dismissed gets its line in the ledger."""

from django.db import migrations

AGES = """
UPDATE reviews_queueitem SET ages_at = entered_at + interval '1 day' WHERE closed_at IS NULL
"""
LEDGER = """
INSERT INTO reviews_dismissal (item_id, why, note, by_id, at, is_drawn, outcome, look_note)
SELECT DISTINCT ON (item.id) item.id, 'other', move.note, move.by_id, move.at, false, '', ''
FROM reviews_queueitem item JOIN reviews_queuemove move ON move.item_id = item.id
WHERE item.state = 'dismissed' AND move.event = 'dismiss' AND move.by_id IS NOT NULL
ORDER BY item.id, move.id DESC
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0004_triage")]

    operations = [
        migrations.RunSQL(AGES, migrations.RunSQL.noop),
        migrations.RunSQL(LEDGER, migrations.RunSQL.noop),
    ]
