"""Try a text: the same as `tiengvang extract` gives, resolved here, and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from app.cli import cli
from app.settings import Settings
from tests.repository import ROOT

TEXT = ROOT / "corpus" / "real" / "cong-van-1378_tinh-uy_2020-03-24_web.txt"
PAGE = {"Accept": "text/html"}


def _post(site: str, query: str = "", **form: Any) -> httpx.Response:
    return httpx.post(f"{site}/try{query}", headers=PAGE, timeout=60, **form)


def _extracted(path: Path) -> dict[str, Any]:
    result = CliRunner().invoke(cli, ["extract", str(path)])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_an_uploaded_file_states_what_the_command_extracts(site: str) -> None:
    before = httpx.get(f"{site}/v1/documents", timeout=60).json()
    file = {"file": (TEXT.name, TEXT.read_bytes())}
    line = _post(site, "?format=jsonl", files=file).text
    expected = _extracted(TEXT)
    assert {**json.loads(line), "path": ""} == {**expected, "path": ""}
    answer = _post(site, "?format=json", files=file).json()
    assert answer["record"] == json.loads(line)
    assert [m["quote"] for m in answer["mentions"]] == [m["quote"] for m in expected["mentions"]]
    after = httpx.get(f"{site}/v1/documents", timeout=60).json()
    assert (after["total"], after["dataset_version"]) == (before["total"], before["dataset_version"])


def test_a_pasted_text_is_shown_whole_with_its_references_looked_up(site: str) -> None:
    text = "Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng,\nSở Y tế tổ chức xét nghiệm."
    form = {"text": text.replace("\n", "\r\n"), "province": "14", "date": "2020-05-01"}
    answer = _post(site, "?format=json", data=form).json()
    assert answer["text"] == text, "the line ends that a form makes are not the text's"
    (found,) = answer["references"]["references"]
    assert (found["state"], found["directive"]["key"]) == ("found", "19/CT-TTg@2020")
    assert answer["references"]["references"][0]["quote"] in text
    page = _post(site, "?lang=en", data=form)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert '/directives/19/CT-TTg@2020?lang=en"' in page.text


def test_markup_in_a_text_that_is_tried_stays_text(site: str) -> None:
    html = _post(site, data={"text": '<script>alert(1)</script></textarea>"quoted" Sở Y tế xét nghiệm'}).text
    assert "<script>alert" not in html
    assert "</textarea>&#34;quoted" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/textarea&gt;" in html


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"data": {"text": " \r\n "}}, 422),
        ({"data": {"text": "zero \0"}}, 422),
        ({"data": {"text": "x", "date": "yesterday"}}, 422),
        ({"data": {"text": "x", "province": "nowhere at all"}}, 404),
        ({"files": {"file": ("a.txt", b"\x00\x01\x02\xff\xfe\xfa" * 50)}}, 422),
        ({"files": {"file": ("empty.txt", b"   ")}}, 422),
        ({"data": {"text": "x" * (Settings().max_request_bytes + 5000)}}, 413),
        (
            {"content": iter([b"text=x"]), "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
            422,
        ),
    ],
    ids=["no words", "a zero", "no day", "no province", "binary", "empty", "too large", "length untold"],
)
def test_what_cannot_be_read_is_said_on_a_page(site: str, form: dict[str, Any], status: int) -> None:
    headers = PAGE | form.pop("headers", {})
    response = httpx.post(f"{site}/try", headers=headers, timeout=60, **form)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>" in response.text


def test_samples_in_the_store_are_not_said_of_the_text_that_is_tried(site: str) -> None:
    text = "Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng, Sở Y tế xét nghiệm."
    html = _post(site, "?lang=en", data={"text": text}).text
    assert "Composed sample, not evidence" not in html
    assert _post(site, "?format=json", data={"text": text}).json()["synthetic"] is True
    assert "said of the store, not of the text" in html
