"""Measurements of the extractors: `python -m bench.scores`, `bench.transform`, `bench.speed`."""
