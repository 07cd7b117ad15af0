"""The vocabulary (bộ từ vựng): provinces, measures, bodies, directives, document types, issuer codes.

Data, not code: one CSV a table, each row with its source, read and checked by `load_vocabulary`.
"""

from ingest.vocabulary.loader import load_vocabulary, shipped
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
    Vocabulary,
)

__all__ = [
    "Body",
    "BodyHead",
    "BodyTitle",
    "CatalogueAct",
    "DocType",
    "Formula",
    "IssuerCode",
    "Measure",
    "Province",
    "Vocabulary",
    "load_vocabulary",
    "shipped",
]
