"""Texts that are sent in and not kept: what they cite and state."""
