"""Quotes in their surroundings: the sentence about one, and wording that many provinces share."""
