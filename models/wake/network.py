"""Small networks that know a wake word by the embeddings of its sound; numpy alone, also to learn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

HIDDEN = 64
SECOND = 32
RATE = 1e-3
"""Adam's step."""

DECAY = 1e-4
"""Share by which weights shrink at each step, relative to the step."""

KEEP = 0.8
"""Share of the first layer that is there in one step of learning."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Two hidden layers over a window of embeddings."""

    mean: Array
    """Of each input, over the background."""
    scale: Array
    layers: tuple[Array, ...]
    """Weights and biases in turn."""

    def scores(self, windows: Array) -> Array:
        """Log-odds of windows (n, hops · 96) that the word ended there."""
        signal: Array = (windows - self.mean) * self.scale
        for number in range(0, len(self.layers) - 2, 2):
            signal = np.maximum(signal @ self.layers[number] + self.layers[number + 1], 0).astype(np.float32)
        odds: Array = (signal @ self.layers[-2] + self.layers[-1])[:, 0]
        return odds


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """Networks that vote."""

    hops: int
    """Embeddings in a window."""
    networks: tuple[Network, ...]

    def probabilities(self, embeddings: Array) -> Array:
        """Mean probability at each embedding from the `hops`-th on that the word ended there."""
        if len(embeddings) < self.hops:
            return np.zeros(0, dtype=np.float32)
        return self.vote(windows(embeddings, self.hops))

    def vote(self, seen: Array) -> Array:
        """Mean probability of windows (n, hops · 96)."""
        votes = [sigmoid(network.scores(seen)) for network in self.networks]
        mean: Array = np.mean(votes, axis=0).astype(np.float32)
        return mean


def sigmoid(odds: Array) -> Array:
    """Log-odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float32)


def windows(embeddings: Array, hops: int) -> Array:
    """Every run of `hops` embeddings, flat: (n - hops + 1, hops · 96)."""
    views = np.lib.stride_tricks.sliding_window_view(embeddings, hops, axis=0)
    return np.ascontiguousarray(views.transpose(0, 2, 1)).reshape(len(views), -1)


def smoothed(probabilities: Array) -> Array:
    """Each with the one before: one hop alone is often chance."""
    before = np.concatenate((probabilities[:1] * 0, probabilities[:-1]))
    return np.asarray((probabilities + before) / 2, dtype=np.float32)


Batch = Callable[[np.random.Generator], tuple[Array, Array, Array]]
"""Draws windows, what they are (1: the word) and how much each counts."""


def learn(
    draw: Batch, spread: tuple[Array, Array], steps: int, rng: np.random.Generator, told: Callable[[], None]
) -> Network:
    """A network from random weights in so many steps of Adam; `spread` is mean and scale of the inputs."""
    mean, scale = spread
    layers = _random(len(mean), rng)
    moments = [_Moments(layer) for layer in layers]
    for step in range(1, steps + 1):
        given, truth, counts = draw(rng)
        slopes = _slopes(layers, (given - mean) * scale, truth, counts, rng)
        pace = float(RATE * 0.5 * (1 + np.cos(np.pi * step / steps)) * min(1.0, step / 50))
        for layer, slope, moment in zip(layers, slopes, moments, strict=True):
            moment.move(layer, slope, step, pace)
        told()
    return Network(mean, scale, tuple(layers))


class _Moments:
    """What Adam remembers of one layer."""

    def __init__(self, layer: Array) -> None:
        self._first, self._second = np.zeros_like(layer), np.zeros_like(layer)

    def move(self, layer: Array, slope: Array, step: int, pace: float) -> None:
        """Change the layer in place."""
        self._first += 0.1 * (slope - self._first)
        self._second += 0.001 * (slope * slope - self._second)
        bent = np.sqrt(self._second / (1 - 0.999**step)) + 1e-8
        if layer.ndim > 1:
            layer -= pace * DECAY / RATE * layer
        layer -= pace * self._first / (1 - 0.9**step) / bent


def _random(size: int, rng: np.random.Generator) -> list[Array]:
    sizes = (size, HIDDEN, SECOND, 1)
    layers: list[Array] = []
    for above, below in pairwise(sizes):
        layers.append(rng.normal(0, np.sqrt(2 / above), (above, below)).astype(np.float32))
        layers.append(np.zeros(below, dtype=np.float32))
    return layers


def _slopes(
    layers: Sequence[Array], given: Array, truth: Array, counts: Array, rng: np.random.Generator
) -> list[Array]:
    """How the loss (cross-entropy) grows with each weight."""
    first_w, first_b, second_w, second_b, last_w, last_b = layers
    kept = (rng.random((1, len(first_b)), dtype=np.float32) < KEEP) / np.float32(KEEP)
    first = np.maximum(given @ first_w + first_b, 0) * kept
    second = np.maximum(first @ second_w + second_b, 0)
    odds = (second @ last_w + last_b)[:, 0]
    error = ((sigmoid(odds) - truth) * counts / counts.sum())[:, None]
    to_second = (error @ last_w.T) * (second > 0)
    to_first = (to_second @ second_w.T) * (first > 0) * kept
    return [
        given.T @ to_first, to_first.sum(0), first.T @ to_second, to_second.sum(0),
        second.T @ error, error.sum(0),
    ]  # fmt: skip
