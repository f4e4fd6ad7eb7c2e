"""Numbers as people say them, what is reckoned with them, and the measures they are in."""
