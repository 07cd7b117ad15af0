"""`tiengvang search`: words with or without marks and numbers however typed, on the four real documents."""

from __future__ import annotations

import json

from tests.cli.conftest import Line


def test_words_without_marks_are_found_with_the_words_around_them(real: Line) -> None:
    result = real("search", "gian", "cach")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].endswith(" in 4 documents searched")
    assert "«giãn cách»" in result.output
    assert max(map(len, lines)) <= 100


def test_a_number_is_first_however_typed_and_says_whether_its_text_is_held(real: Line) -> None:
    result = real("search", "172 tb tw")
    first = result.output.splitlines()[1]
    assert first.startswith("directive · 172-TB/TW@2020 · ")
    assert first.endswith("text not held  (number)")


def test_json_is_the_answer_of_the_api(real: Line) -> None:
    answer = json.loads(real("search", "5K", "--json", "--limit", "1", "--kind", "provision").stdout)
    (hit,) = answer["items"]
    assert (hit["kind"], hit["match"], hit["quote"]) == ("provision", "phrase", "5K")
    assert answer["total"] > 1
    assert answer["next"]


def test_filters_pick_what_they_say(real: Line) -> None:
    answer = json.loads(
        real(
            "search", "dịch", "--json", "--province", "tay ninh", "--since", "2021-07", "--limit", "100"
        ).stdout
    )
    assert answer["items"]
    assert {hit["province"]["code"] for hit in answer["items"] if hit["kind"] != "directive"} == {"72"}
    assert all(hit["date"] >= "2021-07" for hit in answer["items"])


def test_what_cannot_be_searched_for_is_told(real: Line) -> None:
    for arguments in (("search", "/ . !"), ("search", "dịch", "--province", "Atlantis")):
        result = real(*arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith("Error: ")
        assert "Traceback" not in result.output
