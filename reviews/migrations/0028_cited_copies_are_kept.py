"""The database itself keeps what a verdict rests on: the copies of the pages it cites."""

from django.db import migrations

KEEP = """
CREATE FUNCTION storedcopy_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM claims_evidence AS evidence
        JOIN reviews_verdict USING (claim_id)
        LEFT JOIN claims_pagewatch AS watch ON watch.evidence_id = evidence.id
        WHERE evidence.copy_id = OLD.id OR watch.latest_id = OLD.id
    ) THEN
        RAISE EXCEPTION 'copy % is kept: evidence of a verdict cites it', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER storedcopy_kept BEFORE DELETE ON claims_storedcopy
    FOR EACH ROW EXECUTE FUNCTION storedcopy_refuse_deletion();

CREATE FUNCTION evidence_keep_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM reviews_verdict WHERE claim_id = OLD.claim_id) THEN
        RAISE EXCEPTION 'evidence % keeps its copy: a verdict cites it', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER evidence_copy_kept BEFORE UPDATE ON claims_evidence
    FOR EACH ROW
    WHEN (OLD.copy_id IS NOT NULL AND (
        NEW.copy_id IS DISTINCT FROM OLD.copy_id OR NEW.fetched_at IS DISTINCT FROM OLD.fetched_at
        OR NEW.claim_id IS DISTINCT FROM OLD.claim_id
    ))
    EXECUTE FUNCTION evidence_keep_copy();
CREATE TRIGGER evidence_with_copy_kept BEFORE DELETE ON claims_evidence
    FOR EACH ROW WHEN (OLD.copy_id IS NOT NULL) EXECUTE FUNCTION evidence_keep_copy();
"""
LET_GO = """
DROP TRIGGER storedcopy_kept ON claims_storedcopy;
DROP FUNCTION storedcopy_refuse_deletion();
DROP TRIGGER evidence_copy_kept ON claims_evidence;
DROP TRIGGER evidence_with_copy_kept ON claims_evidence;
DROP FUNCTION evidence_keep_copy();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0010_evidence_vault"),
        ("reviews", "0027_reports_go_on_behind_a_verdict"),
    ]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
