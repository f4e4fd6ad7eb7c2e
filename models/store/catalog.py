"""Every set of weights that is known: what it is, how big, under which licence, and where it is published."""

from models.store.language_models import LLM
from models.store.recognizers import ASR, TURN
from models.store.synthesizers import SPEECH
from models.store.voices import VOICES
from models.store.weights import Catalog

CATALOG = Catalog((*ASR, *LLM, *SPEECH, *TURN, *VOICES))

GROUPS = {"voices": tuple(voice.id for voice in VOICES)}
"""Names for many entries at once; wake words are learned from all the voices."""
SMALL_LLM = "smollm2-135m"
"""What the language model falls back to where memory is short."""
