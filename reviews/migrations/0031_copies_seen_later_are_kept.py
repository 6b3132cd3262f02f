"""The database keeps what an alert says of a cited page: the copy of how it was seen then."""

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION storedcopy_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM claims_evidence AS evidence
        JOIN reviews_verdict USING (claim_id)
        LEFT JOIN claims_pagewatch AS watch ON watch.evidence_id = evidence.id
        WHERE evidence.copy_id = OLD.id OR watch.latest_id = OLD.id
    ) %s THEN
        RAISE EXCEPTION 'copy %% is kept: evidence of a verdict cites it', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
"""
# A verdict was published when such an alert was raised.
OR_ALERTED_OF = """OR EXISTS (
        SELECT FROM claims_alert
        WHERE kind = 'evidence_drift' AND details ->> 'sha256' = OLD.sha256
    )"""


def spelled(condition: str) -> str:
    return (KEEP % condition).strip()


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0009_alerts_and_versions"),
        ("reviews", "0030_copies_of_drafts_are_made_anew"),
    ]
    operations = [migrations.RunSQL(spelled(OR_ALERTED_OF), spelled(""))]
