"""Teaches the sentence encoder to tell apart what people ask of a home: writes models/data/sentence.npz.

`python -m tests.bench.train_encoder DIRECTORY` also makes there what cross-validation needs: changes learned
without the sentences of each fold, `0.npz` to `4.npz`, which `tests.bench.semantic --encoders=DIRECTORY`
judges by. What is learned from is told in `tests/bench/train_semantic.py`; run that afterwards. Takes
minutes for each; needs `torch` and scikit-learn, which nothing else here does.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, normalize

from models.sentence import ORIGINAL
from tests.bench.encoder_network import SIZE, Network, Weights
from tests.bench.encoder_pieces import Pieces
from tests.bench.train_semantic import ROOT, Sentences

FIRST, RANK = 4, 16
"""The first layer that learns, and the rank of what is added to its matrices."""
ROUNDS, BATCH = 4, 48
RATE, HEAD_RATE = 1e-3, 1e-2
SCALE = 16.0
"""Length of an embedding where the senses are told from it."""
REAL = 4.0
"""As in `train_semantic`; with less, what was made up is all that it tells apart well."""
_SORTED = 512
"""Sentences among which those of one length are put together."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Course:
    """All sentences, as the first learning layer takes them, and what each means."""

    texts: Sequence[Tensor]
    senses: Tensor
    concern: Tensor
    """1 for what is of concern to the home."""
    counting: Tensor
    """How much each sentence weighs."""
    size: int
    """How many senses there are."""

    def batches(self, known: Places, drawn: np.random.Generator) -> Iterator[Places]:
        """All of these sentences in new order, those of about one length together."""
        order = drawn.permutation(known)
        near = [
            sorted(order[at : at + _SORTED], key=lambda nth: len(self.texts[nth]))
            for at in range(0, len(order), _SORTED)
        ]
        together = np.concatenate([np.array(each) for each in near])
        batches = [together[at : at + BATCH] for at in range(0, len(together), BATCH)]
        yield from (batches[nth] for nth in drawn.permutation(len(batches)))


def course(sentences: Sentences) -> Course:
    """The sentences through the layers that stay."""
    pieces, network = Pieces(ORIGINAL), Network(Weights(ORIGINAL), FIRST, 1)
    names, senses = np.unique(sentences.senses, return_inverse=True)
    ours = [float(not names[sense].startswith("~")) for sense in senses]
    counting = np.where(sentences.real, REAL, 1.0).astype(np.float32)
    texts = [network.below(pieces.cut(text)) for text in sentences.texts]
    return Course(texts, torch.from_numpy(senses), torch.tensor(ours), torch.from_numpy(counting), len(names))


def learned(lesson: Course, known: Places, seed: int) -> dict[str, np.ndarray]:
    """The changes that tell apart what these sentences mean."""
    torch.manual_seed(seed)
    network = Network(Weights(ORIGINAL), FIRST, RANK)
    network.layers[:FIRST].requires_grad_(False)
    head = nn.Linear(SIZE, lesson.size + 1)
    nn.init.normal_(head.weight, std=0.02)
    with torch.no_grad():
        centre = network([lesson.texts[nth] for nth in known[::8]]).mean(0)
    able = [each for each in network.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": able, "lr": RATE}, {"params": head.parameters(), "lr": HEAD_RATE}], weight_decay=0.0
    )
    steps = ROUNDS * -(-len(known) // BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, 10 * step / steps) * max(0, 1 - step / steps)
    )
    drawn = np.random.default_rng(seed)
    for _ in range(ROUNDS):
        for batch in lesson.batches(known, drawn):
            optimizer.zero_grad()
            _missed(network, head, centre, lesson, batch).backward()
            nn.utils.clip_grad_norm_([*able, *head.parameters()], 1.0)
            optimizer.step()
            rate.step()
    return {name: change for layer in network.layers[FIRST:] for name, change in layer.settle().items()}


def _missed(network: Network, head: nn.Linear, centre: Tensor, lesson: Course, batch: Places) -> Tensor:
    """How far the senses of these sentences are missed, and whether they are of concern."""
    embeddings = normalize(network([lesson.texts[nth] for nth in batch]) - centre, dim=1)
    scores = head(nn.functional.dropout(SCALE * embeddings, 0.1))
    senses = cross_entropy(scores[:, :-1], lesson.senses[batch], reduction="none", label_smoothing=0.05)
    concern = binary_cross_entropy_with_logits(scores[:, -1], lesson.concern[batch], reduction="none")
    counting = lesson.counting[batch]
    return (counting * (senses + 0.5 * concern)).sum() / counting.sum()


def main(folder: Path | None) -> None:
    """Learn from everything, and fold by fold if there is a folder for it."""
    sentences = Sentences()
    lesson = course(sentences)
    if folder:
        for nth, (known, _) in enumerate(sentences.folds()):
            np.savez_compressed(folder / f"{nth}.npz", **learned(lesson, known, nth))
    everything = learned(lesson, np.arange(len(sentences.texts)), 5)
    np.savez_compressed(ROOT / "models" / "data" / "sentence.npz", **everything)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
