"""What may be read of a merged claim's discussion is settled where it is shown."""

from django.db import migrations

# The reviews that count are those of the claim that stands. By the item of the one merged into it,
# where nobody reviews any more, a second reviewer read what the first one wrote there; and what was
# written before the merge stayed hidden for good.
RULE = """
CREATE OR REPLACE FUNCTION reviews_comment_is_secret(comment bigint, reader bigint)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM reviews_comment said
        JOIN claims_claim claim ON claim.id = said.claim_id
        JOIN reviews_queueitem item ON item.id = {item}
        WHERE said.id = comment AND said.author_id <> reader AND item.reviews_wanted > 1
            AND item.reviews_wanted > (
                SELECT count(*) FROM reviews_review review
                WHERE review.item_id = item.id AND review.status = 'submitted')
            AND NOT EXISTS (
                SELECT FROM reviews_review review
                WHERE review.item_id = item.id AND review.status = 'submitted'
                    AND review.reviewer_id = reader)
            AND (
                EXISTS (
                    SELECT FROM reviews_review review
                    WHERE review.item_id = item.id AND review.reviewer_id = said.author_id)
                OR EXISTS (
                    SELECT FROM reviews_queuemove move
                    WHERE move.item_id = item.id AND move.to_state IN ('adjudication', 'sign_off')
                        AND move.at <= greatest(said.written_at, said.edited_at))
                OR EXISTS (
                    SELECT FROM reviews_lease lease
                    WHERE lease.item_id = item.id AND lease.reviewer_id = said.author_id)));
END $$
"""
OF_THE_CLAIM_THAT_STANDS = """CASE
            WHEN claim.merged_into_id IS NULL THEN said.item_id
            ELSE (SELECT max(id) FROM reviews_queueitem WHERE claim_id = claim.merged_into_id) END"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0027_a_denser_index_of_vectors"),
        ("reviews", "0041_search_follows_claims_and_deletions"),
    ]

    operations = [
        migrations.RunSQL(
            RULE.format(item=OF_THE_CLAIM_THAT_STANDS), RULE.format(item="said.item_id")
        )
    ]
