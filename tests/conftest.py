"""Property tests assert behaviour, on however busy a machine; time is measured in `tests/bench`."""

from hypothesis import settings

settings.register_profile("behaviour", deadline=None)
settings.load_profile("behaviour")
