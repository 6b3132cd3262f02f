"""`manage.py match`: which claims of some files belong together, without a database."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.core.management import call_command

SAYING = "The port authority said the new quay cost $31 million, up 12 per cent on the plan."


def test_it_groups_the_appearances_of_a_claim_across_files(tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(f"{path.stem.title()}.\n\n{SAYING}\n", encoding="utf-8")
    out = io.StringIO()
    call_command("match", *map(str, paths), "--json", stdout=out)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    families = [row for row in rows if SAYING in row["claim"]]
    assert len(families) == 1
    assert {found["path"] for found in families[0]["appearances"]} == set(map(str, paths))
    for found in families[0]["appearances"]:
        text = Path(found["path"]).read_text(encoding="utf-8")
        assert text[found["start"] : found["end"]] == SAYING
