"""Fonts of a docx: text in a font of before Unicode (.VnTime, VNI-Times) is read by the font's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.encodings.legacy import BEYOND_LEGACY, converted, font_encoding, font_of_capitals
from ingest.encodings.syllables import fit_of
from ingest.readers.docx_xml import WP, value

if TYPE_CHECKING:
    from lxml.etree import _Element


class Fonts:
    """The font of each run: its own, its style's, its paragraph's, or the document's."""

    def __init__(self, styles: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        self._paragraph_style = ""
        if styles is not None:
            self._styles = {value(s, "styleId") or "": s for s in styles.iter(WP + "style")}
            self._default = _own(styles.find(f"{WP}docDefaults/{WP}rPrDefault/{WP}rPr")) or ""
            self._paragraph_style = _default_style(styles)

    def of_paragraph(self, paragraph: _Element) -> str:
        """The font that a paragraph's runs have without one of their own."""
        style = value(paragraph.find(f"{WP}pPr/{WP}pStyle")) or self._paragraph_style
        return self._of_style(style) or self._default

    def of_run(self, run: _Element, inherited: str) -> str:
        """The font of a run."""
        own = run.find(WP + "rPr")
        if own is None:
            return inherited
        return _own(own) or self._of_style(value(own.find(WP + "rStyle")) or "") or inherited

    def read(self, text: str, font: str) -> str:
        """The characters of a run: as they are, or as the legacy font draws them."""
        legacy = font_encoding(font)
        if legacy is None or text.isascii():
            return text.upper() if legacy and font_of_capitals(font) else text
        letters = converted(text, legacy)
        if BEYOND_LEGACY.search(text) or fit_of(text).share > fit_of(letters).share:
            return text  # Unicode letters, for which Word takes another font than the one named
        return letters.upper() if font_of_capitals(font) else letters

    def _of_style(self, style: str) -> str:
        for _ in range(20):  # styles based on styles; a circle ends
            element = self._styles.get(style)
            if element is None:
                return ""
            if found := _own(element.find(WP + "rPr")):
                return found
            style = value(element.find(WP + "basedOn")) or ""
        return ""


def _default_style(styles: _Element) -> str:
    return next(
        (
            value(s, "styleId") or ""
            for s in styles.iter(WP + "style")
            if value(s, "type") == "paragraph" and value(s, "default") in ("1", "true")
        ),
        "",
    )


def _own(properties: _Element | None) -> str:
    fonts = properties.find(WP + "rFonts") if properties is not None else None
    return value(fonts, "ascii") or value(fonts, "hAnsi") or ""
