"""Composes the rooms below into an assistant: the daemon, the turn, the home, the command line."""
