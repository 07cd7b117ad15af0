"""A picture of every page: `python -m tools.screenshots FOLDER` (needs Chromium).

Serves the composed documents from a store of its own on a free port of this machine, opens each page as a
reader at a desk and as one with a phone, in both languages, and writes a PNG of each. `--readme` writes the
two pictures of README.md into docs/.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from app.main import create_app
from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.keys import statement_key
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tools.machine import CHROMIUMS

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "sample"
QUIET = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
READ = hashlib.sha256((SAMPLE / "006.txt").read_bytes()).hexdigest()  # its id in every store
CITED = statement_key(READ, "CITES", 227, 295, "06/CT-UBND@2020~14")
PAGES = {
    "overview": "/",
    "overview-34": "/?units=2025",
    "new": "/new?since=2020-01-01",
    "search": "/search?q=gian+cach+xa+hoi",
    "directive": "/directives/07-KL/TW@2021",
    "directive-34": "/directives/07-KL/TW@2021?units=2025",
    "directive-choice": "/directives/05/CT-TTg",
    "compare-choose": "/compare",
    "compare-one": "/compare?province=14",
    "compare-two": "/compare?province=14&province=80",
    "compare-all": "/compare?all=true",
    "compare-cell": "/compare/cell?province=80&measure=gian-cach-xa-hoi",
    "documents": "/documents",
    "reader": f"/documents/{READ}",
    "reader-chosen": f"/documents/{READ}?start=570&end=590#t570-590",
    "relations": f"/documents/{READ}/relations",
    "unresolved": "/unresolved",
    "duplicates": "/duplicates",
    "provenance": f"/provenance/{CITED}",
    "provinces": "/provinces",
    "province": "/provinces/14",
    "province-34": "/provinces/14?units=2025",
    "measures": "/measures",
    "measure": "/measures/xet-nghiem",
    "bodies": "/bodies",
    "bodies-named": "/bodies/named",
    "body": "/bodies/so-yt",
    "try": "/try",
    "problem": "/directives/9999/CT-TTg",
    "cypher": "/cypher",
    "api": "/docs",
}
SIZES = {"desk": (1280, 800), "phone": (360, 740)}
README = {"overview": "/?lang=en", "directive": "/directives/07-KL/TW@2021?lang=en"}


@contextmanager
def served(documents: Path = SAMPLE) -> Iterator[str]:
    """The address of a server on a store of its own that holds these documents."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"embedded:{folder}/graph"
        with open_store(url) as store:
            ingest(store, shipped(), vocabulary(), [documents])
        config = uvicorn.Config(
            create_app(Settings(graph=url, cypher=True)), host="127.0.0.1", port=0, log_level="warning"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.05)
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium of this machine, which asks nobody else. Raises SystemExit where there is none."""
    program = next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
    if program is None:
        sys.exit(f"needs Chromium: none of {', '.join(CHROMIUMS)} is on PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET.split())
        yield browser
        browser.close()


def take(site: str, browser: Browser, folder: Path, pages: dict[str, str]) -> None:
    """A picture of each page in each size and language."""
    for language in ("vi", "en"):
        for size, (width, height) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale={"vi": "vi-VN", "en": "en-GB"}[language]
            )
            shown = context.new_page()
            for name, path in pages.items():
                shown.goto(site + path, wait_until="networkidle")
                to = folder / f"{name}-{size}-{language}.png"
                shown.screenshot(path=to, full_page=True)
                print(to)
            context.close()


def take_readme(site: str, browser: Browser, folder: Path) -> None:
    """The two pictures of README.md, as a window on a desk shows the pages."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, color_scheme="light")
    shown = context.new_page()
    for name, path in README.items():
        shown.goto(site + path, wait_until="networkidle")
        to = folder / f"page-{name}.png"
        shown.screenshot(path=to)
        print(to)
    context.close()


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs")
    parser.add_argument("--readme", action="store_true", help="the two pictures of README.md")
    parser.add_argument("--only", action="append", choices=sorted(PAGES), help="this page, and no other")
    parser.add_argument("--site", help="take them of a server that runs already")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    pages = {name: path for name, path in PAGES.items() if not given.only or name in given.only}
    with chromium() as browser:
        if given.site:
            take(given.site, browser, given.folder, pages)
            return
        with served() as site:
            if given.readme:
                take_readme(site, browser, given.folder)
            else:
                take(site, browser, given.folder, pages)


if __name__ == "__main__":
    main()
