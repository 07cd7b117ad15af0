"""Decisions that people make, checked and carried out."""
