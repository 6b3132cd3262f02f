"""What is searched of a verdict follows its claim, and what was deleted is found no more."""

from django.db import migrations

# A verdict is found by what its claim says, by whom and with which amounts.
NOTE_VERDICTS = """
CREATE FUNCTION search_note_verdicts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_searchdue (kind, "row")
    SELECT 'verdict', id FROM reviews_verdict
    WHERE claim_id = NEW.id AND status <> 'superseded';
    RETURN NULL;
END $$;
CREATE TRIGGER search_claim_changed_verdicts
    AFTER UPDATE OF text, speaker, language, quantities ON claims_claim
    FOR EACH ROW
    WHEN ((OLD.text, OLD.speaker, OLD.language, OLD.quantities)
        IS DISTINCT FROM (NEW.text, NEW.speaker, NEW.language, NEW.quantities))
    EXECUTE FUNCTION search_note_verdicts();
"""
# Models delete the entry with the row. A statement does not, nor can either delete what a worker
# writes a moment later of a row that it had read before.
NOTE_GONE = """
CREATE FUNCTION search_note_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_searchdue (kind, "row") VALUES (TG_ARGV[0], OLD.id);
    RETURN NULL;
END $$;
CREATE TRIGGER search_claim_gone AFTER DELETE ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION search_note_gone('claim');
CREATE TRIGGER search_article_gone AFTER DELETE ON claims_article
    FOR EACH ROW EXECUTE FUNCTION search_note_gone('article');
CREATE TRIGGER search_check_gone AFTER DELETE ON claims_earliercheck
    FOR EACH ROW EXECUTE FUNCTION search_note_gone('earlier_check');
CREATE TRIGGER search_verdict_gone AFTER DELETE ON reviews_verdict
    FOR EACH ROW EXECUTE FUNCTION search_note_gone('verdict');
"""
NOTE_NEITHER = """
DROP TRIGGER search_claim_changed_verdicts ON claims_claim;
DROP TRIGGER search_claim_gone ON claims_claim;
DROP TRIGGER search_article_gone ON claims_article;
DROP TRIGGER search_check_gone ON claims_earliercheck;
DROP TRIGGER search_verdict_gone ON reviews_verdict;
DROP FUNCTION search_note_verdicts();
DROP FUNCTION search_note_gone();
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0040_merges_are_counted")]
    operations = [migrations.RunSQL(NOTE_VERDICTS + NOTE_GONE, NOTE_NEITHER)]
