"""Acts of several bodies (văn bản liên tịch): found by their symbols, with no one issuer."""

from __future__ import annotations

import pytest

from ingest.documents import Letterhead
from ingest.extract.references.find import find_references
from tests.extract.reading_of import reading_of


@pytest.mark.parametrize(
    ("act", "number", "doc_type"),
    [
        ("Chương trình phối hợp số 02/CTrPH-LĐLĐ-CA ngày 5/3/2021", "02/CTrPH-LĐLĐ-CA", "Chương trình"),
        ("Kế hoạch liên tịch số 06/KHLT-MTTQ-SYT ngày 5/3/2021", "06/KHLT-MTTQ-SYT", "Kế hoạch"),
        ("Nghị quyết liên tịch số 15/NQLT-CP-MTTQ ngày 5/3/2021", "15/NQLT-CP-MTTQ", "Nghị quyết"),
        ("Quy chế phối hợp số 03/QCPH-UBND-MTTQ ngày 5/3/2021", "03/QCPH-UBND-MTTQ", "Quy chế"),
        ("Kế hoạch phối hợp 11/KHPH-SYT-CAT ngày 5/3/2021", "11/KHPH-SYT-CAT", "Kế hoạch"),
    ],
)
def test_a_joint_act_is_cited_without_one_issuer(act: str, number: str, doc_type: str) -> None:
    (found,) = find_references(reading_of(f"1. Thực hiện {act}, các bên tổ chức."), Letterhead())
    said = (found.attrs["number"], found.attrs["doc_type"], found.attrs["date"], found.attrs["issuer"])
    assert said == (number, doc_type, "2021-03-05", None)
