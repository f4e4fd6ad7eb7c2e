"""Small networks that know a wake word by the embeddings of its sound; numpy alone, to learn and to listen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
        signal = (windows - self.mean) * self.scale
        for number in range(0, len(self.layers) - 2, 2):
            signal = np.maximum(signal @ self.layers[number] + self.layers[number + 1], 0)
        return (signal @ self.layers[-2] + self.layers[-1])[:, 0]


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
        odds = [np.clip(network.scores(seen), -30, 30) for network in self.networks]
        return np.mean([1 / (1 + np.exp(-each)) for each in odds], axis=0, dtype=np.float32)


def windows(embeddings: Array, hops: int) -> Array:
    """Every run of `hops` embeddings, flat: (n - hops + 1, hops · 96)."""
    views = np.lib.stride_tricks.sliding_window_view(embeddings, hops, axis=0)
    return np.ascontiguousarray(views.transpose(0, 2, 1)).reshape(len(views), -1)


def smoothed(probabilities: Array) -> Array:
    """Each with the one before: one hop alone is often chance."""
    before = np.concatenate((probabilities[:1] * 0, probabilities[:-1]))
    return (probabilities + before) / 2


Batch = Callable[[np.random.Generator], tuple[Array, Array, Array]]
"""Draws windows, what they are (1: the word) and how much each counts."""


def learn(
    draw: Batch, mean: Array, scale: Array, steps: int, rng: np.random.Generator,
    told: Callable[[], None] = lambda: None,
) -> Network:  # fmt: skip
    """A network from random weights in so many steps of Adam, the step shrinking to nothing."""
    layers = _random(len(mean), rng)
    moments = [(np.zeros_like(layer), np.zeros_like(layer)) for layer in layers]
    for step in range(1, steps + 1):
        given, truth, counts = draw(rng)
        slopes = _slopes(layers, (given - mean) * scale, truth, counts, rng)
        pace = RATE * 0.5 * (1 + np.cos(np.pi * step / steps)) * min(1.0, step / 50)
        for layer, slope, (first, second) in zip(layers, slopes, moments, strict=True):
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            bent = np.sqrt(second / (1 - 0.999**step)) + 1e-8
            layer -= pace * (first / (1 - 0.9**step) / bent + (DECAY / RATE) * layer * (layer.ndim > 1))
        told()
    return Network(mean, scale, tuple(layers))


def _random(size: int, rng: np.random.Generator) -> list[Array]:
    sizes = (size, HIDDEN, SECOND, 1)
    layers: list[Array] = []
    for above, below in zip(sizes, sizes[1:], strict=False):
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
    error = ((1 / (1 + np.exp(-np.clip(odds, -30, 30))) - truth) * counts / counts.sum())[:, None]
    to_second = (error @ last_w.T) * (second > 0)
    to_first = (to_second @ second_w.T) * (first > 0) * kept
    return [
        given.T @ to_first, to_first.sum(0), first.T @ to_second, to_second.sum(0),
        second.T @ error, error.sum(0),
    ]  # fmt: skip
