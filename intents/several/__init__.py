"""Several requests in one breath: where one ends, what they share, and what they leave out."""
