"""Measures (biện pháp) and what the text wants with each."""
