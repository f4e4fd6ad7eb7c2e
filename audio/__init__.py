"""Samples and time: microphones, speakers, files, and the endpoint of an utterance."""
