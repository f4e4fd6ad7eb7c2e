"""The same request in other words: those of the templates, without courtesy, names called, or slips."""

REWORDED = 0.96
"""What is left of the confidence when the words were put otherwise."""
