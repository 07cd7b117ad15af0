"""Wording that two acts share (trùng lặp lời văn): found, verified and graded. Touches no graph."""
