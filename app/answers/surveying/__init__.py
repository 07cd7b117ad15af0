"""The corpus from above: how much is held of whom, and what is new."""
