"""Whether a person is recused from an item, asked by "take next" and by every move.

In the database, where queries and statements ask the same function. Names and words are looked for
inside the text, whatever their case: "Dewi" is meant when "Minister Sari Dewi" speaks. Rather too
many than one too few: another person takes the claim.
"""

from __future__ import annotations

from django.db import migrations

CREATE = """
CREATE FUNCTION reviews_is_recused(item bigint, person bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM reviews_recusal recusal
            JOIN reviews_queueitem queued ON queued.id = item
            JOIN claims_claim claim ON claim.id = queued.claim_id
        WHERE recusal.person_id = person AND recusal.ended_at IS NULL AND CASE recusal.kind
            WHEN 'tag' THEN EXISTS (
                SELECT FROM reviews_itemtag tagged
                WHERE tagged.item_id = item AND tagged.tag_id = recusal.tag_id)
            WHEN 'source' THEN EXISTS (
                SELECT FROM claims_appearance made
                    JOIN claims_article article ON article.id = made.article_id
                WHERE made.claim_id = claim.id AND article.source_id = recusal.source_id)
            WHEN 'speaker' THEN
                position(upper(recusal.text) IN upper(claim.speaker)) > 0 OR EXISTS (
                    SELECT FROM claims_appearance made
                    WHERE made.claim_id = claim.id
                        AND position(upper(recusal.text) IN upper(made.speaker)) > 0)
            ELSE position(upper(recusal.text) IN upper(claim.text)) > 0
                OR position(upper(recusal.text) IN upper(claim.clarified)) > 0
            END);
END $$
"""
DROP = "DROP FUNCTION reviews_is_recused(bigint, bigint)"


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0001_initial"),
        ("reviews", "0024_webhooks"),
    ]

    operations = [migrations.RunSQL(CREATE, DROP)]
