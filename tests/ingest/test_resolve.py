"""What a citation means: the rules of the design, section 2 rule 5, each by a case that it decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ingest.keys import Place
from ingest.resolving.acts import Act, KnownActs
from ingest.resolving.resolve import Citation, Resolution, in_full, is_central, resolve
from ingest.vocabulary import shipped

DOC = "ab" * 32
PLAIN = Citation(DOC, 0, 10, None, None, None, None, "numbered", None, Place("72"), "2021-07-15")
ACTS = KnownActs(
    [
        Act("15/CT-TTg@2020", "15/CT-TTg", "2020-03-27", "Chỉ thị", "ttg", "covid-19"),
        Act("16/CT-TTg@2020", "16/CT-TTg", "2020-03-31", "Chỉ thị", "ttg", "covid-19"),
        Act("16/CT-TTg@2021", "16/CT-TTg", "2021-06-01", "Chỉ thị", "ttg", "other"),
        Act("16/CT-TTg@2022", "16/CT-TTg", "2022-09-20", "Chỉ thị", "ttg", "other"),
        Act("05/CT-TTg@2020", "05/CT-TTg", "2020-01-28", "Chỉ thị", "ttg", "covid-19"),
        Act("05/CT-TTg@2021", "05/CT-TTg", "2021-01-28", "Chỉ thị", "ttg", "covid-19"),
        Act("19/CT-TTg@2020", "19/CT-TTg", "2020-04-24", "Chỉ thị", "ttg", "covid-19"),
        Act("06/CT-UBND@2020~14", "06/CT-UBND", "2020-04-28", "Chỉ thị", "ubnd-tinh", None, "14", True),
        Act("12/KH-UBND@2021~72", "12/KH-UBND", "2021-02-01", "Kế hoạch", "ubnd-tinh", None, "72", True),
    ]
)


def meaning(citation: Citation, fellows: Sequence[Citation] = ()) -> Resolution:
    return resolve(citation, in_full([*fellows, citation]), ACTS, shipped())


def test_number_and_date_of_a_central_act() -> None:
    found = meaning(replace(PLAIN, number="172-TB/TW", date="2020-03-21"))
    assert (found.key, found.basis, found.rule) == ("172-TB/TW@2020", "stated", "number-and-date")


@pytest.mark.parametrize(
    ("province", "home", "key"),
    [
        (None, Place("72"), "99/CT-UBND@2021~72"),
        ("14", Place("72"), "99/CT-UBND@2021~14"),
        (None, Place("72", "huyện Tân Châu"), "99/CT-UBND@2021~72"),
        (None, Place(owner=DOC), f"99/CT-UBND@2021~?{DOC[:12]}"),
        (None, None, f"99/CT-UBND@2021~?{DOC[:12]}"),
    ],
)
def test_the_place_of_an_act_below_the_centre(province: str | None, home: Place | None, key: str) -> None:
    found = meaning(replace(PLAIN, number="99/CT-UBND", date="2021-03-01", province=province, home=home))
    assert (found.key, found.basis) == (key, "stated")


def test_a_held_act_of_the_province_is_the_one_meant() -> None:
    found = meaning(replace(PLAIN, number="12/KH-UBND", date="2021-02-01"))
    assert (found.key, found.rule) == ("12/KH-UBND@2021~72", "number-date-and-act-held")


def test_the_full_citation_in_the_document_comes_first() -> None:
    full = replace(PLAIN, number="16/CT-TTg", date="2021-06-01", start=0, end=30)
    found = meaning(
        replace(PLAIN, number="16", doc_type="Chỉ thị", start=50, end=60), [replace(full, doc_type="Chỉ thị")]
    )
    assert (found.key, found.basis, found.rule) == (
        "16/CT-TTg@2021",
        "stated",
        "full-citation-in-the-document",
    )


@pytest.mark.parametrize(
    ("number", "date_of_document", "key", "rule"),
    [
        ("19/CT-TTg", "2021-07-15", "19/CT-TTg@2020", "only-candidate-not-later"),
        ("05/CT-TTg", "2020-06-01", "05/CT-TTg@2020", "only-candidate-not-later"),
        ("16/CT-TTg", "2021-07-15", "16/CT-TTg@2020", "only-candidate-of-the-subject"),
        ("05/CT-TTg", "2021-07-15", None, "several-candidates"),
        ("19/CT-TTg", "2020-04-01", None, "no-candidate"),
        ("777/CT-TTg", "2021-07-15", None, "no-candidate"),
    ],
)
def test_a_number_without_date(number: str, date_of_document: str, key: str | None, rule: str) -> None:
    found = meaning(replace(PLAIN, number=number, home_date=date_of_document))
    assert (found.key, found.rule) == (key, rule)
    assert found.basis == ("inferred" if key else "stated")


def test_candidates_are_kept_where_none_is_chosen() -> None:
    found = meaning(replace(PLAIN, number="05/CT-TTg"))
    assert found.candidates == ("05/CT-TTg@2020", "05/CT-TTg@2021")


def test_a_bare_number_needs_its_type_word() -> None:
    assert meaning(replace(PLAIN, number="15", doc_type="Chỉ thị")).key == "15/CT-TTg@2020"
    assert meaning(replace(PLAIN, number="15", doc_type="Nghị quyết")).key is None
    assert meaning(replace(PLAIN, number="15")).rule == "bare-number-without-type"


def test_another_provinces_act_is_no_candidate() -> None:
    assert meaning(replace(PLAIN, number="06/CT-UBND")).key is None
    assert meaning(replace(PLAIN, number="06/CT-UBND", home=Place("14"))).key == "06/CT-UBND@2020~14"


def test_type_issuer_and_date_find_the_act_or_make_one() -> None:
    said = replace(PLAIN, kind="descriptive", doc_type="Chỉ thị", issuer="ttg", date="2020-04-24")
    assert meaning(said).key == "19/CT-TTg@2020"
    assert meaning(said).rule == "type-issuer-and-date"
    unknown = replace(said, doc_type="Kết luận", date="2021-07-04")
    assert (meaning(unknown).key, meaning(unknown).rule) == ("ket-luan-ttg@2021-07-04", "unnumbered-act")


def test_type_and_issuer_alone_mean_the_one_cited_in_full() -> None:
    full = replace(PLAIN, number="07-KL/TW", doc_type="Kết luận", issuer="bct", date="2021-06-11")
    other = replace(PLAIN, number="25-KL/TW", doc_type="Kết luận", issuer="bct", date="2021-12-30")
    short = replace(PLAIN, kind="descriptive", doc_type="Kết luận", issuer="bct")
    assert meaning(short, [full]).key == "07-KL/TW@2021"
    assert meaning(short, [full, other]).key is None
    assert meaning(short).rule == "too-little-said"


def test_a_class_of_acts_is_none() -> None:
    found = meaning(replace(PLAIN, kind="generic", issuer="byt"))
    assert (found.key, found.rule) == (None, "generic-reference")


@pytest.mark.parametrize(
    ("number", "issuer", "central"),
    [
        ("16/CT-TTg", None, True),
        ("2601/VPCP-KGVX", None, True),
        ("30/2021/QH15", None, True),
        ("172-TB/TW", None, True),
        ("230-CV/TU", None, False),
        ("1246/UBND-VX", None, False),
        ("151/SYT-NVY", None, False),
        (None, "byt", True),
        (None, "btv-tu", False),
        (None, None, False),
    ],
)
def test_which_acts_are_central(number: str | None, issuer: str | None, central: bool) -> None:
    assert is_central(number, issuer, shipped()) is central
