"""The command line for tests of exports: the fixtures of tests/cli."""

from tests.cli.conftest import _settings_anew, real

__all__ = ["_settings_anew", "real"]
