"""Provinces of 2020 and units of 2025: what is held of one, what it echoed, what it added."""
