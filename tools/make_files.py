"""The same text as docx, odt, rtf, pdf, doc and web page: LibreOffice and Chromium make them of plain text.

    python -m tools.make_files FOLDER FILE.txt…    one folder a form in FOLDER

What is made stands in for what offices and portals hand out, so that readers are measured on files that no
reader of ours wrote.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.machine import CHROMIUMS

OFFICES = ("soffice", "libreoffice")
OFFICE_FORMS = ("docx", "odt", "rtf", "pdf", "doc")
PRINTED = "printed pdf"
_SECONDS = 240
_STYLE = "p { text-align: justify; text-indent: 1cm; margin: 0 0 6pt } body { font: 14pt 'Liberation Serif' }"
_CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


def converted(texts: Iterable[Path], form: str, folder: Path) -> list[Path]:
    """Each text as LibreOffice writes it in one of OFFICE_FORMS, a line a paragraph, in order."""
    office = next(found for name in OFFICES if (found := shutil.which(name)))
    sources = list(texts)
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        command += ["--infilter=Text (encoded):UTF8,LF,Liberation Serif,vi-VN", "--convert-to", form]
        command += ["--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    return [folder / f"{source.stem}.{form}" for source in sources]


def as_page(text: str) -> str:
    """A text as a web page, a line a paragraph, with a menu before it and related links after."""
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    links = "".join(f'<li><a href="/{n}">Tin số {n}</a></li>' for n in range(4))
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title>'
        f"<style>{_STYLE}</style></head><body>"
        f'<ul class="main-menu">{links}</ul><article>{lines}</article>'
        f'<div class="tin-lien-quan"><h3>Tin liên quan</h3><ul>{links}</ul></div></body></html>'
    )


def pages(texts: Iterable[Path], folder: Path) -> list[Path]:
    """Each text as a web page."""
    made = []
    for source in texts:
        path = folder / f"{source.stem}.html"
        path.write_text(as_page(source.read_text(encoding="utf-8")), encoding="utf-8")
        made.append(path)
    return made


def printed(texts: Iterable[Path], folder: Path) -> list[Path]:
    """Each text as the PDF that Chromium prints of the page's article, wrapped and over several pages."""
    program = next(found for name in CHROMIUMS if (found := shutil.which(name)))
    made = []
    with tempfile.TemporaryDirectory() as profile:
        for source in texts:
            page, path = folder / f"{source.stem}.html", folder / f"{source.stem}.pdf"
            body = as_page(source.read_text(encoding="utf-8"))
            page.write_text(re.sub(r"<(ul|div) class=.*?</\1>", "", body), encoding="utf-8")
            command = [
                program,
                *_CHROMIUM,
                f"--user-data-dir={profile}",
                f"--print-to-pdf={path}",
                page.as_uri(),
            ]
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            page.unlink()
            made.append(path)
    return made


def made_forms() -> tuple[str, ...]:
    """The names of all forms."""
    return (*OFFICE_FORMS, "html", PRINTED)


def made_of(
    texts: Iterable[Path], folder: Path, forms: Iterable[str] | None = None
) -> Mapping[str, list[Path]]:
    """Every form of each text, or those named, by the form's name; a form a folder."""
    sources = list(texts)
    made = {}
    for form in dict.fromkeys(made_forms() if forms is None else forms):
        into = folder / form.replace(" ", "-")
        into.mkdir(parents=True, exist_ok=True)
        if form == "html":
            made[form] = pages(sources, into)
        elif form == PRINTED:
            made[form] = printed(sources, into)
        else:
            made[form] = converted(sources, form, into)
    return made


if __name__ == "__main__":
    made_of(map(Path, sys.argv[2:]), Path(sys.argv[1]))
