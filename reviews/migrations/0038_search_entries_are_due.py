"""Whatever is searched is noted as due when it is new or changed, by whomever."""

from django.db import migrations

# A row that holds what is searched; its kind is the argument.
NOTE_ROW = """
CREATE FUNCTION search_note_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_searchdue (kind, "row") VALUES (TG_ARGV[0], NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER search_claim_new AFTER INSERT ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION search_note_row('claim');
CREATE TRIGGER search_claim_changed
    AFTER UPDATE OF text, clarified, speaker, language, quantities, merged_into_id ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION search_note_row('claim');
CREATE TRIGGER search_article_changed
    AFTER UPDATE OF title, author, language, published_at ON claims_article
    FOR EACH ROW EXECUTE FUNCTION search_note_row('article');
CREATE TRIGGER search_check_new AFTER INSERT ON claims_earliercheck
    FOR EACH ROW EXECUTE FUNCTION search_note_row('earlier_check');
CREATE TRIGGER search_check_changed
    AFTER UPDATE OF publisher, claim_reviewed, rating, language, published_on, claim_review
    ON claims_earliercheck
    FOR EACH ROW EXECUTE FUNCTION search_note_row('earlier_check');
CREATE TRIGGER search_verdict_new AFTER INSERT ON reviews_verdict
    FOR EACH ROW EXECUTE FUNCTION search_note_row('verdict');
CREATE TRIGGER search_verdict_changed
    AFTER UPDATE OF status, summary, explanation, clarified, correction_note, retraction_note,
        published_at ON reviews_verdict
    FOR EACH ROW EXECUTE FUNCTION search_note_row('verdict');
"""
# A version takes the place of the one before it, which is found no more.
NOTE_ARTICLE = """
CREATE FUNCTION search_note_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_searchdue (kind, "row")
    SELECT 'article', article FROM unnest(ARRAY[NEW.id, NEW.supersedes_id]) AS article
    WHERE article IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER search_article_new AFTER INSERT ON claims_article
    FOR EACH ROW EXECUTE FUNCTION search_note_article();
"""
# A claim is found by all its wordings and speakers: wherever an appearance goes, and where it was.
NOTE_APPEARANCE = """
CREATE FUNCTION search_note_appearance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_searchdue (kind, "row")
    SELECT DISTINCT 'claim', claim FROM unnest(ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.claim_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.claim_id END
    ]) AS claim WHERE claim IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER search_appearance_new_or_gone AFTER INSERT OR DELETE ON claims_appearance
    FOR EACH ROW EXECUTE FUNCTION search_note_appearance();
CREATE TRIGGER search_appearance_changed
    AFTER UPDATE OF claim_id, text, speaker, quantities ON claims_appearance
    FOR EACH ROW EXECUTE FUNCTION search_note_appearance();
"""
NOTE_NOTHING = """
DROP TRIGGER search_claim_new ON claims_claim;
DROP TRIGGER search_claim_changed ON claims_claim;
DROP TRIGGER search_article_new ON claims_article;
DROP TRIGGER search_article_changed ON claims_article;
DROP TRIGGER search_check_new ON claims_earliercheck;
DROP TRIGGER search_check_changed ON claims_earliercheck;
DROP TRIGGER search_verdict_new ON reviews_verdict;
DROP TRIGGER search_verdict_changed ON reviews_verdict;
DROP TRIGGER search_appearance_new_or_gone ON claims_appearance;
DROP TRIGGER search_appearance_changed ON claims_appearance;
DROP FUNCTION search_note_row();
DROP FUNCTION search_note_article();
DROP FUNCTION search_note_appearance();
"""
# What there is already. Workers read it in batches, as they do all that is due.
NOTE_ALL = """
INSERT INTO reviews_searchdue (kind, "row") SELECT 'claim', id FROM claims_claim;
INSERT INTO reviews_searchdue (kind, "row") SELECT 'verdict', id FROM reviews_verdict;
INSERT INTO reviews_searchdue (kind, "row") SELECT 'earlier_check', id FROM claims_earliercheck;
INSERT INTO reviews_searchdue (kind, "row") SELECT 'article', id FROM claims_article;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0021_alerts_of_repeats"),
        ("reviews", "0037_search_entries"),
    ]
    operations = [
        migrations.RunSQL(NOTE_ROW + NOTE_ARTICLE + NOTE_APPEARANCE, NOTE_NOTHING),
        migrations.RunSQL(NOTE_ALL, migrations.RunSQL.noop),
    ]
