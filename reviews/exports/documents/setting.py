"""A process of its own that sets data.json by report.typ as a PDF, in the folder it is given.

Apart from the worker: a text on which the compiler fails, or takes all memory, must not take the
worker along, and a report that is called off is stopped by ending the process. It ends by itself
when its standard input does: the worker that held the other end is gone. It knows nothing of the
desk, reads nothing but the folder and the fonts, and uses no network: the template imports no
package. Writes report.pdf; exit status 0 when that is whole.
"""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from reviews.exports.documents.glyphs import Glyphs

MOST_MEMORY = 6 << 30  # bytes of address space, of which a part is used
ORPHANED = 3  # exit status
FONT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
# The families report.typ names; the others are what the compiler falls back on.
NAMED_FONTS = {
    "NotoSans[wght].ttf", "NotoEmoji[wght].ttf", "NotoSansSymbols[wght].ttf",
    "NotoSansCJK-VF.otf.ttc",
}  # fmt: skip
# For archives (PDF/A-2a) and for screen readers (PDF/UA-1): tagged, fonts embedded, a language
# for each text.
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


def font_folders() -> list[Path]:
    """Return where the fonts are that the wheels brought."""
    specs = [importlib.util.find_spec(name) for name in FONT_PACKAGES]
    return [
        Path(place) for each in specs if each for place in each.submodule_search_locations or ()
    ]


def font_characters() -> Iterator[tuple[set[int], bool]]:
    """Yield the code points of each font, and whether report.typ names it.

    The fonts of one collection have the same.
    """
    for folder in font_folders():
        for file in sorted(folder.glob("*.tt[fc]")):
            with TTFont(file, fontNumber=0, lazy=True) as font:
                yield set(font.getBestCmap()), file.name in NAMED_FONTS


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """Return JSON `value` with every text in it changed, names of fields aside."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [mapped(each, change) for each in value]
    if isinstance(value, dict):
        return {name: mapped(each, change) for name, each in value.items()}
    return value


def set_report(folder: Path, timestamp: int) -> bytes:
    """Return the PDF of the report in `folder`, made at `timestamp` (Unix seconds).

    Should the fonts fail all the same, the report is no PDF/A, but there is one.
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders()
    )
    compiler = typst.Compiler(
        folder / "report.typ",
        root=folder,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=folder / "none",
        package_cache_path=folder / "none",
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
    except typst.TypstError:
        made = compiler.compile(format="pdf", timestamp=timestamp)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def end_with_worker(folder: Path) -> None:
    """Wait for the end of the standard input; then nobody is left to delete `folder` but we."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(ORPHANED)


def main(folder: Path, timestamp: int) -> None:
    """Set the report in `folder`."""
    threading.Thread(target=end_with_worker, args=[folder], daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    data = folder / "data.json"
    shown = mapped(json.loads(data.read_bytes()), Glyphs.of(font_characters()).shown)
    data.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
    (folder / "report.pdf").write_bytes(set_report(folder, timestamp))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
