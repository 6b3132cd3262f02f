"""The database itself refuses to change what an article was received as."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION article_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.received IS DISTINCT FROM OLD.received
        OR NEW.text IS DISTINCT FROM OLD.text
        OR NEW.text_sha256 IS DISTINCT FROM OLD.text_sha256
    THEN
        RAISE EXCEPTION 'article % is frozen: a changed page becomes a new version', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER article_frozen BEFORE UPDATE ON claims_article
    FOR EACH ROW EXECUTE FUNCTION article_refuse_change();
"""
THAW = """
DROP TRIGGER article_frozen ON claims_article;
DROP FUNCTION article_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]
    operations = [migrations.RunSQL(FREEZE, THAW)]
