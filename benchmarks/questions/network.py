"""The sentence model once more, as a network that can be trained: BERT, mean of the tokens.

The weights of its layers stay; trained are two thin matrices beside each, whose product is added
(LoRA, Hu et al. 2021), the biases and the norms. The sum is rounded to the four bits in which the
engine would hold it, and the gradient goes past the rounding: what is trained is what would run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.questions.engine_file import PER_BLOCK, tensors, unpacked

LAYERS, WIDTH, HEADS = 12, 384, 12
RANK = 16
_EPSILON = 1e-12
_DROPPED = 0.1
_OUT_OF_SIGHT = -1e9
_INNER = ("q", "k", "v", "ao", "fi", "fo")  # the matrices of a layer, as the file names them
_NORMS = ("aln", "oln")


class _Rounded(torch.autograd.Function):
    """Q4_0, as ggml rounds; the gradient passes as if nothing were rounded."""

    @staticmethod
    def forward(_context: Any, weights: Tensor) -> Tensor:
        rows = weights.reshape(-1, PER_BLOCK)
        farthest = rows.gather(1, rows.abs().argmax(1, keepdim=True))
        scales = (farthest / -8).half().float()
        steps = torch.where(scales != 0, 1 / scales, torch.zeros_like(scales))
        integers = torch.clamp(torch.floor(rows * steps + 8.5), 0, 15) - 8
        return (integers * scales).reshape(weights.shape)

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        return gradient


class _File:
    """The tensors of the engine's file."""

    def __init__(self, model: bytes) -> None:
        self._model, self._places = model, tensors(model)

    def numbers(self, name: str) -> Tensor:
        """Return a tensor that is stored as it is, in a row."""
        return torch.from_numpy(np.frombuffer(self._content(name), "<f4").copy())

    def blocks(self, name: str) -> Tensor:
        """Return a tensor that is stored in four bits, in a row."""
        return torch.from_numpy(unpacked(self._content(name)))

    def _content(self, name: str) -> bytes:
        place = self._places[name]
        return self._model[place.start : place.start + place.length]


class _Matrix(nn.Module):
    def __init__(self, file: _File, name: str) -> None:
        super().__init__()
        self.b = nn.Parameter(file.numbers(f"{name}.b"))
        self.register_buffer("weights", file.blocks(f"{name}.w").reshape(len(self.b), -1))
        columns = self.weights.shape[1]
        self.down = nn.Parameter(torch.randn(RANK, columns) / math.sqrt(columns))
        self.up = nn.Parameter(torch.zeros(len(self.b), RANK))

    def forward(self, values: Tensor) -> Tensor:
        return functional.linear(values, _Rounded.apply(self.weights + self.up @ self.down), self.b)


class _Norm(nn.Module):
    def __init__(self, file: _File, name: str) -> None:
        super().__init__()
        self.w = nn.Parameter(file.numbers(f"{name}.w"))
        self.b = nn.Parameter(file.numbers(f"{name}.b"))

    def forward(self, values: Tensor) -> Tensor:
        return functional.layer_norm(values, (WIDTH,), self.w, self.b, _EPSILON)


class _Layer(nn.Module):
    def __init__(self, file: _File, name: str) -> None:
        super().__init__()
        for inner in _INNER:
            self.add_module(inner, _Matrix(file, f"{name}.{inner}"))
        for norm in _NORMS:
            self.add_module(norm, _Norm(file, f"{name}.{norm}"))

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        texts, length, _width = values.shape
        asked, keys, told = (
            matrix(values).view(texts, length, HEADS, -1).transpose(1, 2)
            for matrix in (self.q, self.k, self.v)
        )
        seen = functional.scaled_dot_product_attention(asked, keys, told, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(texts, length, WIDTH))
        values = self.aln(values + functional.dropout(seen, _DROPPED, self.training))
        inner = self.fo(functional.gelu(self.fi(values)))
        return self.oln(values + functional.dropout(inner, _DROPPED, self.training))


class Network(nn.Module):
    """Reads texts, given as the numbers of their pieces (`pieces`), to vectors of unit length."""

    def __init__(self, model: bytes) -> None:
        super().__init__()
        file = _File(model)
        self._pieces = file.blocks("emb.word").reshape(-1, WIDTH)
        self._places = file.numbers("emb.pos").reshape(-1, WIDTH) + file.numbers("emb.type")[:WIDTH]
        self._norm = file.numbers("emb.ln.w"), file.numbers("emb.ln.b")
        self.l = nn.ModuleList(_Layer(file, f"l{each}") for each in range(LAYERS))

    def forward(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Return (n, 384)."""
        length = max(map(len, texts))
        pieces = torch.tensor([[*text] + [0] * (length - len(text)) for text in texts])
        there = torch.tensor([[1.0] * len(text) + [0.0] * (length - len(text)) for text in texts])
        values = self._pieces[pieces] + self._places[:length]
        values = functional.layer_norm(values, (WIDTH,), *self._norm, _EPSILON)
        mask = ((1 - there) * _OUT_OF_SIGHT)[:, None, None, :].expand(-1, HEADS, length, -1)
        for layer in self.l:
            values = layer(values, mask)
        mean = (values * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        return functional.normalize(mean, dim=1)
