"""`--metadata` and `--catalogue`: what a person adds is used, kept, and shown as theirs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import REAL, SAMPLE, Line

PAGE = REAL / "cong-van-1378_tinh-uy_2020-03-24_web.txt"
COLUMNS = (
    "key,number,variants,doc_type,issuer,issuer_name,date,subject_en,topic,relations,source,verified_fields"
)


def _echoes(line: Line, number: str) -> dict[str, object]:
    answer = json.loads(line("echoes", number, "--json").stdout)
    assert isinstance(answer, dict)
    return answer


def test_one_row_of_metadata_places_the_echo_and_shows_it_as_curated(line: Line, tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(
        f"path,province,source_url,retrieved_at,note\n{PAGE},Lào Cai,https://example.org/1378,2026-11-01,told\n",
        encoding="utf-8",
    )
    assert line("ingest", REAL, "--metadata", table).exit_code == 0
    answer = _echoes(line, "172-TB/TW")
    lao_cai = next(p for p in answer["provinces"] if p["code"] == "10")  # type: ignore[attr-defined]
    assert (lao_cai["state"], lao_cai["how"], lao_cai["lag_days"]) == ("echoed", ["cites"], 3)
    assert {e["place_basis"] for e in lao_cai["evidence"]} == {"curated"}
    assert answer["unplaced"] == []
    shown = line("echoes", "172-TB/TW").output
    assert shown.startswith("1 of 3 provinces with documents echo 172-TB/TW")
    assert "province curated" in shown
    found = json.loads(line("provenance", lao_cai["evidence"][0]["key"], "--json").stdout)
    assert found["province_basis"] == "curated"
    assert found["document"]["source"]["source_url"] == "https://example.org/1378"


def test_the_key_from_before_a_document_was_placed_leads_to_its_act(line: Line, tmp_path: Path) -> None:
    line("ingest", PAGE)
    former = json.loads(line("extract", PAGE).stdout)["act"]
    assert _echoes(line, former)["directive"]["key"] == former  # type: ignore[index]
    table = tmp_path / "facts.csv"
    table.write_text(f"path,province\n{PAGE},10\n", encoding="utf-8")
    line("ingest", PAGE, "--metadata", table)
    assert _echoes(line, former)["directive"]["key"] == "1378-CT/TU@2020~10"  # type: ignore[index]


def test_what_a_person_said_stays_without_saying_it_again(line: Line, tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(f"path,province\n{PAGE},10\n", encoding="utf-8")
    first = json.loads(line("ingest", REAL, "--metadata", table, "--json").stdout)
    again = json.loads(line("ingest", REAL, "--json").stdout)
    assert again["changed"] is False
    assert again["dataset_version"] == first["dataset_version"]
    assert line("check").exit_code == 0


def test_rows_about_other_files_are_told(line: Line, tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(f"path,province\n{PAGE},10\n", encoding="utf-8")
    result = line("ingest", SAMPLE / "005.txt", "--metadata", table)
    assert result.exit_code == 0
    assert "1 row of" in result.stderr


def test_an_act_of_ones_own_is_known_from_then_on(line: Line, tmp_path: Path) -> None:
    table = tmp_path / "acts.csv"
    table.write_text(
        f"{COLUMNS}\n999/CT-TTg@2031,999/CT-TTg,,Chỉ thị,ttg,TTg,2031-05-06,a test,other,,mine,\n",
        encoding="utf-8",
    )
    assert line("ingest", SAMPLE / "005.txt", "--catalogue", table).exit_code == 0
    answer = _echoes(line, "999 ct ttg")
    assert answer["directive"]["date"] == "2031-05-06"  # type: ignore[index]
    same = line("ingest", SAMPLE / "005.txt", "--catalogue", table)
    assert "Nothing changed: 1 document as before." in same.stdout
    again = json.loads(line("ingest", SAMPLE / "005.txt", "--json").stdout)
    assert again["changed"] is False
    assert line("check").exit_code == 0


def test_how_many_acts_a_catalogue_added_is_told(line: Line, tmp_path: Path) -> None:
    assert line("ingest", SAMPLE / "005.txt").exit_code == 0
    table = tmp_path / "acts.csv"
    row = "{0}/CT-TTg@2031,{0}/CT-TTg,,Chỉ thị,ttg,TTg,2031-05-06,a test,other,,mine,\n"
    table.write_text(f"{COLUMNS}\n{row.format(998)}{row.format(999)}", encoding="utf-8")
    said = line("ingest", SAMPLE / "005.txt", "--catalogue", table).stdout
    assert "Nothing changed" not in said
    assert "2 acts of the catalogue added or changed." in said


def test_a_bad_row_of_a_catalogue_is_named(line: Line, tmp_path: Path) -> None:
    table = tmp_path / "acts.csv"
    table.write_text(
        f"{COLUMNS}\n999/CT-TTg@2031,999/CT-TTg,,Chỉ thị,nobody,,2031-05-06,,t,,mine,\n", encoding="utf-8"
    )
    result = line("ingest", SAMPLE / "005.txt", "--catalogue", table)
    assert result.exit_code == 2
    assert "line 2, column issuer" in result.stderr
    assert not Path(line.url.removeprefix("embedded:")).exists()
