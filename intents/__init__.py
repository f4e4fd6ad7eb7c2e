"""Text in, meaning out: pure, without I/O, audio or engines."""
