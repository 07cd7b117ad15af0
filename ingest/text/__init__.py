"""The letters and words of a text, in the readings that extraction compares."""
