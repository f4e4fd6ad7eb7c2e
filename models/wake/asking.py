"""When the ear would ask the verifier about a wake word, in a clip that is there as a whole."""

from collections.abc import Iterator

from models.cascade import Cascade, Suspect, WakeWord
from models.protocols import WakeScore
from models.textwake import STRIDE
from models.wake.embedding import HOP, Embeddings
from models.wake.network import Ensemble, smoothed


def suspects(
    word: WakeWord, ensemble: Ensemble, embeddings: Embeddings, length: int
) -> Iterator[tuple[int, Suspect]]:
    """Whom the ear suspects as long as nothing is believed, and the samples of the clip it has heard then.

    `length` is the clip's, in samples; the last of the embeddings has heard all of it.
    """
    scores = smoothed(ensemble.probabilities(embeddings))
    cascade = Cascade([word])
    for behind in range(STRIDE, len(scores) + 1, STRIDE):
        heard = length - (len(scores) - behind) * HOP
        best = float(scores[behind - STRIDE : behind].max())
        for suspect in cascade.feed(heard, [WakeScore(word.id, best, word.sure)]):
            yield heard, suspect
