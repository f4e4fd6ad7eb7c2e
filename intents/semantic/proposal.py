"""What likeness proposes, before it is known to be likely enough."""

from dataclasses import dataclass
from typing import Literal

from intents.semantic.threshold import Thresholds
from intents.vocabulary import Match

Bar = Literal["acting", "agreed", "looking"]
"""Which threshold must be passed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is likeliest, and how likely it must be."""

    match: Match
    bar: Bar

    def passes(self, thresholds: Thresholds) -> bool:
        """Whether it is likely enough."""
        match self.bar:
            case "acting":
                least = thresholds.each.get(self.match.intents[0].name, thresholds.acting)
            case "agreed":
                least = thresholds.agreed
            case "looking":
                least = thresholds.looking
        return self.match.confidence >= least
