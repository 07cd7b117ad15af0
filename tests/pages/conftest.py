"""A real server and a real browser, on a store that holds the corpora beside a hostile document."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.pages.serving import served
from tests.repository import ROOT
from tools.machine import CHROMIUMS

HOSTILE = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 77/CT-UBND
Sơn La, ngày 02 tháng 5 năm 2020
CHỈ THỊ
Về <script>document.title = "taken"</script> & "phòng, chống" dịch

Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ,
<img src=x onerror="document.title='taken'"> yêu cầu:\r
1. Sở Y tế tổ chức xét nghiệm, khai báo y tế.</div></body>
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of this run's own, on an embedded store."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "hostile.txt").write_bytes(HOSTILE.encode())
    url = f"embedded:{folder / 'graph'}"
    with open_store(url) as store:
        report = ingest(store, shipped(), vocabulary(), [ROOT / "corpus" / "sample", folder / "hostile.txt"])
        assert not report.failed
    with served(Settings(graph=url)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, which asks nobody but the site."""
    arguments = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync"
    )
    program = next(found for name in CHROMIUMS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=arguments.split())
        yield opened
        opened.close()
