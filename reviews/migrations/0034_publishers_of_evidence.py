"""Evidence from before the publisher was filled in names the host of its page, as new rows do.

Without one a verdict is not published. What an editor has signed off stays as it was signed.
"""

from django.db import migrations

FILL = r"""
UPDATE claims_evidence AS evidence
SET publisher = left(lower(substring(url from '^https?://(?:[^/?#@]*@)?([^][/:?#]+)')), 200)
WHERE publisher = '' AND removed_at IS NULL
AND substring(url from '^https?://(?:[^/?#@]*@)?([^][/:?#]+)') <> ''
AND NOT EXISTS (
    SELECT FROM reviews_verdict AS verdict
    WHERE verdict.claim_id = evidence.claim_id AND verdict.signed_off_at >= evidence.added_at
)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0033_comments_and_notifications"),
        ("claims", "0018_fetches_of_copies"),
    ]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
