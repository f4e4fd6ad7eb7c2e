"""The same request in other words: those of the templates, without courtesy, names called, or slips."""
