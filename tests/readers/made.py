"""Small files of each form, written part by part: what a test is about stands in it and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    ]
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of members by name."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A docx of a body in WordprocessingML; further parts by name (styles, numbering, footnotes, header1)."""
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = f"<w:document {W} {mc}><w:body>{body}</w:body></w:document>"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            **{f"word/{name}.xml": text.replace(">", f" {W}>", 1) for name, text in parts.items()},
        }
    )


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of Word's with one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def odt(text: str, styles: str = "", master: str = "", manifest: str = "<m/>") -> bytes:
    """An odt of a body in OpenDocument's words."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {_ODF}>{master}</office:document-styles>",
            "META-INF/manifest.xml": manifest,
        }
    )


Words = Sequence[tuple[float, float, str]]  # x, y, ASCII text


def pdf(pages: Sequence[Words | None], *, encrypted: bool = False) -> bytes:
    """A PDF of lines set in Helvetica 12; None is a page that is a picture."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")
    font = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    image = add(_stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
                        " /BitsPerComponent 8", b"\x00"))  # fmt: skip
    kids = []
    for words in pages:
        drawn = "q 500 0 0 700 50 50 cm /I Do Q" if words is None else _drawn(words)
        content = add(_stream("", drawn.encode("latin-1")))
        resources = f"<< /Font << /F {font} 0 R >> /XObject << /I {image} 0 R >> >>"
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
                f" /Resources {resources} >>"
            )
        )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    )
    lock = add(_LOCK) if encrypted else 0
    return _assembled(objects, f"/Encrypt {lock} 0 R /ID [<00> <00>]" if encrypted else "")


_LOCK = f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>"


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _drawn(words: Words) -> str:
    escaped = [(x, y, t.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")) for x, y, t in words]
    return "\n".join(f"BT /F 12 Tf {x} {y} Td ({t}) Tj ET" for x, y, t in escaped)


def _assembled(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    ends = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{ends}".encode()
