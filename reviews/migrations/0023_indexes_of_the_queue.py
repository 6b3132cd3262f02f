"""An item carries the language of its claim, so that an index holds the queue of each language.

The index by state also holds until when an item sleeps: what is awake is counted without reading
the rows.
"""

from django.db import migrations, models
from django.db.models import Q

# Always: also where rows are copied with triggers at rest, a language that is not the claim's
# would hide the item from whoever reads that language.
KEEP = """
CREATE FUNCTION queue_item_language() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.language = coalesce((SELECT language FROM claims_claim WHERE id = NEW.claim_id), '');
    RETURN NEW;
END $$;
CREATE TRIGGER queue_item_language BEFORE INSERT OR UPDATE OF claim_id, language
    ON reviews_queueitem FOR EACH ROW EXECUTE FUNCTION queue_item_language();
ALTER TABLE reviews_queueitem ENABLE ALWAYS TRIGGER queue_item_language;

CREATE FUNCTION queue_language_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reviews_queueitem SET language = NEW.language WHERE claim_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER queue_language_follows AFTER UPDATE OF language ON claims_claim
    FOR EACH ROW WHEN (NEW.language <> OLD.language) EXECUTE FUNCTION queue_language_follows();
ALTER TABLE claims_claim ENABLE ALWAYS TRIGGER queue_language_follows;
"""
LEAVE = """
DROP TRIGGER queue_language_follows ON claims_claim;
DROP FUNCTION queue_language_follows();
DROP TRIGGER queue_item_language ON reviews_queueitem;
DROP FUNCTION queue_item_language();
"""
FILL = """
UPDATE reviews_queueitem SET language = claim.language FROM claims_claim claim
WHERE claim.id = reviews_queueitem.claim_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_words_of_claims"),
        ("reviews", "0022_verdicts_passed_over"),
    ]

    operations = [
        migrations.AddField(
            model_name="queueitem",
            name="language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                max_length=12,
                verbose_name="language",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(KEEP, LEAVE),
        migrations.AddIndex(
            model_name="queueitem",
            index=models.Index(
                condition=Q(("closed_at__isnull", True)),
                fields=["language", "-priority", "id"],
                name="queue_open_by_language",
            ),
        ),
        migrations.RemoveIndex(model_name="queueitem", name="queue_open_by_state"),
        migrations.AddIndex(
            model_name="queueitem",
            index=models.Index(
                condition=Q(("closed_at__isnull", True)),
                fields=["state", "-priority", "id"],
                include=("snoozed_until",),
                name="queue_open_by_state",
            ),
        ),
    ]
