"""The vocabulary (bộ từ vựng): provinces, measures, bodies, directives, document types, issuer codes.

Data, not code: one CSV a table, read and checked by `load_vocabulary`; `shipped` is the built-in one. What
names something in the world has a column `source`; cues, patterns and word lists of the extractors are rules
of our own.
"""

from ingest.vocabulary.loader import BUILT_IN, faults_of, kept_vocabulary, load_vocabulary, shipped
from ingest.vocabulary.tables import (
    Body,
    BodyHead,
    BodyTitle,
    CatalogueAct,
    DocType,
    Formula,
    IssuerCode,
    Measure,
    Province,
    Subject,
    Vocabulary,
)

__all__ = [
    "BUILT_IN",
    "Body",
    "BodyHead",
    "BodyTitle",
    "CatalogueAct",
    "DocType",
    "Formula",
    "IssuerCode",
    "Measure",
    "Province",
    "Subject",
    "Vocabulary",
    "faults_of",
    "kept_vocabulary",
    "load_vocabulary",
    "shipped",
]
