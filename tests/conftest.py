"""What every test may use."""

pytest_plugins = ["tests.groups", "tests.left_out", "tests.store_fixtures", "tests.watched"]
