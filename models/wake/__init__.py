"""Wake words: what they sound like, what sounds like them, and how a new one is learned from its text."""
