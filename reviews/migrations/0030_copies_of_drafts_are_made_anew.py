"""A copy that lacks the quotation gives way to one that has it, until a verdict is published."""

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION evidence_keep_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    %s
    IF EXISTS (SELECT FROM reviews_verdict WHERE claim_id = OLD.claim_id) THEN
        RAISE EXCEPTION 'evidence %% keeps its copy: a verdict cites it', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
"""
UNLESS_REPLACED = """
    IF TG_OP = 'UPDATE' THEN
        IF NEW.copy_id <> OLD.copy_id AND NEW.claim_id = OLD.claim_id AND NOT EXISTS (
            SELECT FROM reviews_verdict
            WHERE claim_id = OLD.claim_id AND published_at >= OLD.fetched_at
        ) THEN
            RETURN NEW;
        END IF;
    END IF;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0029_evidence_changed_is_a_reason")]
    operations = [migrations.RunSQL(KEEP % UNLESS_REPLACED, KEEP % "")]
