"""A sketch is written once, as the text it is of; and a copy may have no text to find a quote in."""

from django.db import migrations, models
from django.db.models import Q

FROZEN = """
CREATE OR REPLACE FUNCTION storedcopy_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.sha256, NEW.size, NEW.url, NEW.final_url, NEW.status, NEW.headers, NEW.fetched_at,
        NEW.media_type, NEW.title, NEW.publisher, NEW.text, NEW.stored_as)
        IS DISTINCT FROM
       (OLD.sha256, OLD.size, OLD.url, OLD.final_url, OLD.status, OLD.headers, OLD.fetched_at,
        OLD.media_type, OLD.title, OLD.publisher, OLD.text, OLD.stored_as){sketch}
    THEN
        RAISE EXCEPTION 'copy % is frozen: a changed page becomes a new copy', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
"""
# Copies from before sketches get theirs later.
SKETCH = """
        OR (OLD.sketch_size <> 0 AND (NEW.sketch_size, NEW.sketch_minima)
            IS DISTINCT FROM (OLD.sketch_size, OLD.sketch_minima))"""
QUOTE_FOUND = [
    ("exact", "found in the copy"),
    ("folded", "found in the copy but for spaces, case and punctuation"),
    ("fuzzy", "found but written differently"),
    ("missing", "not found: check the quotation"),
    ("no_text", "the copy has no text that could be read"),
]


class Migration(migrations.Migration):
    dependencies = [("claims", "0013_bands_are_merged_at_once")]
    operations = [
        migrations.RunSQL(FROZEN.format(sketch=SKETCH), FROZEN.format(sketch="")),
        migrations.RemoveConstraint("pagewatch", "page_watch_quote_found_is_known"),
        migrations.AlterField(
            "pagewatch",
            "quote_found",
            models.CharField(
                blank=True,
                choices=QUOTE_FOUND,
                max_length=8,
                verbose_name="quotation in the copy",
            ),
        ),
        migrations.AddConstraint(
            "pagewatch",
            models.CheckConstraint(
                condition=Q(quote_found__in=["", *(value for value, _label in QUOTE_FOUND)]),
                name="page_watch_quote_found_is_known",
            ),
        ),
    ]
