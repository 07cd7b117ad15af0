"""Control words of RTF: destinations, characters, code pages."""

from __future__ import annotations

# Destinations that hold no words of the text, and those that hold words of the page.
SILENT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "objdata",
        "datafield",
        "fldinst",
        "xe",
        "tc",
        "themedata",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "latentstyles",
        "datastore",
        "colorschememapping",
        "bkmkstart",
        "bkmkend",
        "filetbl",
        "pgptbl",
        "xmlnstbl",
        "nonesttables",
        "panose",
        "falt",
        "annotation",
        "atnid",
        "atnauthor",
        "atndate",
        "atnref",
        "mmathPr",
        "shpinst",
        "background",
        "pntext",
    ]
)
PAGE = frozenset(["header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"])
CHARACTERS = {
    "tab": "\t", "line": "\n", "page": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
    "softline": "\n",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
# \fcharset -> code page.
CODE_PAGES = {
    0: "cp1252",
    163: "cp1258",
    238: "cp1250",
    204: "cp1251",
    161: "cp1253",
    162: "cp1254",
    77: "mac_roman",
}


def known_code_page(number: int) -> str:
    """The codec of a Windows code page; that of Western Europe for one unknown."""
    try:
        b"".decode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
