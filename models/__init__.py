"""Engines behind small Protocols, and the store of their weights."""
