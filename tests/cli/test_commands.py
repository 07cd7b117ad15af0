"""What each command prints and exits with, on the four real documents."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from app.cli import COMMANDS
from tests.cli.conftest import REAL, SAMPLE, Line

WEB_PAGE = "cong-van-1378_tinh-uy_2020-03-24_web.txt"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_an_example(name: str) -> None:
    result = Line()(name, "--help")
    assert result.exit_code == 0
    assert f"Example: tiengvang {name}" in result.output
    assert "--graph" in result.output or "--graph" in Line()(name, "show", "--help").output


def test_the_first_answer_on_the_real_documents_is_the_honest_one(real: Line) -> None:
    result = real("echoes", "172-TB/TW")
    assert result.exit_code == 0
    words = " ".join(result.output.split())
    assert words.startswith(
        "0 of 2 provinces with documents echo 172-TB/TW; 1 document not placed; "
        "61 of 63 provinces have no document here"
    )
    assert "«Thông báo Kết luận số 172-TB/TW, ngày 21-3-2020 của Bộ Chính trị» [118–182]" in words
    assert "province not stated" in words


def test_tables_are_at_most_100_columns_wide(real: Line) -> None:
    for arguments in (("echoes", "172-TB/TW"), ("compare", "Tây Ninh", "Kiên Giang")):
        lines = real(*arguments).output.splitlines()
        assert max(map(len, lines)) <= 100


def test_the_echo_answer_has_the_shape_of_the_contract(real: Line) -> None:
    answer = json.loads(real("echoes", "172 tb tw", "--json").stdout)
    assert answer["directive"]["key"] == "172-TB/TW@2020"
    assert answer["directive"]["issuer"] == {"id": "bct", "name": "Bộ Chính trị"}
    assert answer["directive"]["text_held"] is False
    codes = [p["code"] for p in answer["provinces"]]
    assert len(codes) == 63
    assert codes == sorted(codes)
    tay_ninh = answer["provinces"][codes.index("72")]
    assert {k: tay_ninh[k] for k in ("name", "state", "how", "first_on", "lag_days", "evidence")} == {
        "name": "Tây Ninh",
        "state": "no_echo_found",
        "how": [],
        "first_on": None,
        "lag_days": None,
        "evidence": [],
    }
    denominator = answer["denominator"]
    assert {k: denominator[k] for k in ("provinces", "with_documents", "echoed", "unplaced")} == {
        "provinces": 63,
        "with_documents": 2,
        "echoed": 0,
        "unplaced": 1,
    }
    (unplaced,) = answer["unplaced"]
    assert (unplaced["number"], unplaced["date"], unplaced["how"]) == ("1378-CT/TU", "2020-03-24", ["cites"])
    first = unplaced["evidence"][0]
    text = (REAL / WEB_PAGE).read_bytes().decode()
    assert text[first["start"] : first["end"]] == first["quote"]
    assert (first["start"], first["end"], first["relation"]) == (118, 182, "implements")
    assert answer["dataset_version"]
    assert answer["synthetic"] is False


def test_two_provinces_side_by_side(real: Line) -> None:
    result = real("compare", "tay ninh", "91")
    assert result.exit_code == 0
    assert result.output.startswith("2 of 2 provinces have documents here (2 documents);")
    assert "Tây Ninh ordered, Kiên Giang did not" in result.output
    assert "not mentioned" in result.output
    other = real("compare", "Tây Ninh", "Hà Nội")
    assert "no documents here" in other.output


def test_two_provinces_by_bodies(real: Line) -> None:
    result = real("compare", "tay ninh", "91", "--bodies")
    assert result.exit_code == 0
    assert "14 bodies are charged with tasks in them" in result.output
    assert "Both charged (4)" in result.output
    assert "with it: " in result.output
    one = json.loads(real("compare", "72", "91", "--body", "ubnd-tinh", "--json").stdout)
    assert [cell["headline"] for cell in one["rows"][0]["cells"]] == ["charged", "charged"]


def test_all_provinces_or_units_as_a_table_and_as_a_sheet(real: Line) -> None:
    assert real("compare", "all").output.startswith("2 of 63 provinces have documents here")
    assert real("compare", "all", "--units", "2025", "--bodies").output.startswith("2 of 34 units have")
    sheet = real("compare", "72", "91", "--csv").stdout
    assert sheet.startswith("\ufeffprovince.code,province.name,measure.id,")
    assert ",Kiên Giang," in sheet


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("72",), "one province alone cannot be compared"),
        (("72", "Tây Ninh"), "stands here more than once"),
        (("Long An", "Tây Ninh", "--units", "2025"), "by its unit of 2025"),
        (("72", "91", "--measure", "cach-ly-y-te", "--bodies"), "take one"),
        (("72", "91", "--json", "--csv"), "take one"),
    ],
)
def test_what_is_no_comparison_is_told_and_exits_with_2(
    real: Line, arguments: tuple[str, ...], said: str
) -> None:
    result = real("compare", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_provenance_of_a_statement(real: Line) -> None:
    answer = json.loads(real("echoes", "172-TB/TW", "--json").stdout)
    key = answer["unplaced"][0]["evidence"][0]["key"]
    shown = real("provenance", key)
    assert shown.exit_code == 0
    assert "read again from the stored text" in shown.output
    found = json.loads(real("provenance", key, "--json").stdout)
    assert found["verified"] is True
    assert found["evidence"]["quote"] == answer["unplaced"][0]["evidence"][0]["quote"]
    assert found["document"]["source"]["paths"][0].endswith(WEB_PAGE)


def test_check_finds_nothing_wrong(real: Line) -> None:
    result = real("check")
    assert (result.exit_code, result.output[:11]) == (0, "0 findings:")


def test_a_second_ingest_changes_nothing_and_says_so(real: Line) -> None:
    before = json.loads(real("ingest", REAL, "--json").stdout)
    result = real("ingest", REAL)
    assert result.exit_code == 0
    assert "Nothing changed: 4 documents as before." in result.output
    assert before["dataset_version"] in result.output
    assert before["changed"] is False


def test_taking_the_citing_sentence_away_changes_the_answer(line: Line, tmp_path: Path) -> None:
    text = (REAL / WEB_PAGE).read_text(encoding="utf-8")
    sentence = "Thực hiện Thông báo Kết luận số 172-TB/TW, ngày 21-3-2020 của Bộ Chính trị"
    assert sentence in text
    with_it, without = tmp_path / "with.txt", tmp_path / "without.txt"
    with_it.write_text(text, encoding="utf-8")
    without.write_text(re.sub(r"[^\n.]*172-TB/TW[^\n.]*", "", text), encoding="utf-8")
    line("ingest", with_it)
    assert len(json.loads(line("echoes", "172-TB/TW", "--json").stdout)["unplaced"]) == 1
    document = json.loads(line("echoes", "172-TB/TW", "--json").stdout)["unplaced"][0]["document"]
    assert line("remove", document[:12]).exit_code == 0
    assert line("ingest", without).exit_code == 0
    assert json.loads(line("echoes", "172-TB/TW", "--json").stdout)["unplaced"] == []
    assert line("check").exit_code == 0


def test_extract_writes_a_json_object_a_document_in_input_order() -> None:
    paths = sorted(REAL.glob("*.txt"), reverse=True)
    result = Line()("extract", *paths)
    records = [json.loads(row) for row in result.stdout.splitlines()]
    assert [r["file"] for r in records] == [p.name for p in paths]
    for path, record in zip(paths, records, strict=True):
        text = path.read_bytes().decode()
        assert {"document", "mentions", "assignments"} <= record.keys()
        assert all(text[m["start"] : m["end"]] == m["quote"] for m in record["mentions"])


def test_extract_shows_a_table_to_people() -> None:
    result = Line()("extract", SAMPLE / "005.txt", "--format", "table")
    assert result.exit_code == 0
    assert "06/CT-UBND" in result.output
    assert "«Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ»" in " ".join(result.output.split())


def test_the_demo_prints_three_answers_and_says_that_a_second_run_changes_nothing(line: Line) -> None:
    first, second = line("demo", "--no-serve"), line("demo", "--no-serve")
    assert (first.exit_code, second.exit_code) == (0, 0)
    for question in (
        "1. Who echoed 172-TB/TW?",
        "2. Tây Ninh and Kiên Giang side by side",
        "3. Where does one",
    ):
        assert question in first.output
    assert "Nothing changed: 4 documents as before." in second.output
    assert first.output.rstrip().splitlines()[-1].endswith("make demo CORPUS=sample")


def test_the_sample_is_marked_wherever_it_is_shown(line: Line) -> None:
    result = line("demo", "--no-serve", "--corpus", "sample")
    assert result.exit_code == 0
    assert result.output.count("Composed sample: not evidence of what a province did.") == 3
    for how in ("cites", "reuses", "relays", "same measures"):
        assert how in result.output
    assert json.loads(line("compare", "14", "36", "--json").stdout)["synthetic"] is True


def test_several_acts_of_one_number_are_listed(line: Line) -> None:
    line("ingest", SAMPLE / "045.txt")
    result = line("echoes", "05/CT-TTg")
    assert result.exit_code == 3
    assert "05/CT-TTg@2020" in result.output
    assert "05/CT-TTg@2021" in result.output
    listed = line("echoes", "05/CT-TTg", "--json")
    assert listed.exit_code == 3
    assert [c["key"] for c in json.loads(listed.stdout)["candidates"]] == ["05/CT-TTg@2020", "05/CT-TTg@2021"]
    assert line("echoes", "05/CT-TTg@2020").exit_code == 0


@pytest.mark.parametrize("question", [("echoes", "172-TB/TW"), ("check",), ("compare", "14", "36")])
def test_a_store_that_is_not_there_is_refused_and_not_made(line: Line, question: tuple[str, ...]) -> None:
    result = line(*question)
    assert result.exit_code == 2
    assert "there is no graph here yet" in result.stderr
    assert not Path(line.url.removeprefix("embedded:")).exists()


def test_an_ingest_of_nothing_makes_no_store(line: Line, tmp_path: Path) -> None:
    assert line("ingest", tmp_path / "gone.txt").exit_code == 2
    assert not Path(line.url.removeprefix("embedded:")).exists()


def test_an_emptied_store_answers_in_words(line: Line) -> None:
    loaded = json.loads(line("extract", SAMPLE / "005.txt").stdout)
    line("ingest", SAMPLE / "005.txt")
    removed = line("remove", loaded["id"], "--json")
    assert json.loads(removed.stdout)["removed"] == [loaded["id"]]
    result = line("echoes", "172-TB/TW")
    assert result.exit_code == 0
    assert "63 of 63 provinces have no document here" in " ".join(result.output.split())
    assert line("check").exit_code == 0


def test_a_removed_document_takes_all_that_it_states_with_it(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("005.txt", "006.txt"):
        shutil.copy(SAMPLE / name, folder / name)
    both = json.loads(line("ingest", folder, "--json").stdout)
    answer = json.loads(line("echoes", "19/CT-TTg@2020", "--json").stdout)
    relay = next(e for p in answer["provinces"] for e in p["evidence"] if e["how"] == "relays")
    assert line("remove", relay["document"]).exit_code == 0
    after = json.loads(line("echoes", "19/CT-TTg@2020", "--json").stdout)
    assert "relays" not in {e["how"] for p in after["provinces"] for e in p["evidence"]}
    assert line("provenance", relay["key"]).exit_code == 2
    assert line("check").exit_code == 0
    again = json.loads(line("ingest", folder, "--json").stdout)
    assert again["dataset_version"] == both["dataset_version"]
