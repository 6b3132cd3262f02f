"""No fetch of a copy is deleted but with it; of what nobody saw, no status is told either."""

from django.db import migrations, models

# Deferred: Django deletes the fetches of a copy before the copy itself.
KEEP = """
CREATE FUNCTION copyfetch_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM claims_storedcopy WHERE id = OLD.copy_id) THEN
        RAISE EXCEPTION 'fetch % goes with its copy only: what a server said stays so', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER copyfetch_kept AFTER DELETE ON claims_copyfetch
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION copyfetch_refuse_deletion();
"""
LET_GO = """
DROP TRIGGER copyfetch_kept ON claims_copyfetch;
DROP FUNCTION copyfetch_refuse_deletion();
"""
# Those that 0018 made of evidence: it wrote 200 of an answer that is not known.
UNSEEN = """
ALTER TABLE claims_copyfetch DISABLE TRIGGER copyfetch_frozen;
UPDATE claims_copyfetch SET status = {status} WHERE final_url = '' AND headers = '{{}}';
ALTER TABLE claims_copyfetch ENABLE TRIGGER copyfetch_frozen;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0018_fetches_of_copies")]

    operations = [
        migrations.AlterField(
            model_name="copyfetch",
            name="status",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="HTTP status"),
        ),
        migrations.RunSQL(UNSEEN.format(status="NULL"), UNSEEN.format(status="200")),
        migrations.RunSQL(KEEP, LET_GO),
    ]
