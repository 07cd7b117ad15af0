"""Plain text and Markdown: the decoded characters one for one, line ends and byte order mark kept."""

from __future__ import annotations

from ingest.encodings.decode import decode
from ingest.encodings.decoded import Decoded
from ingest.read_as import ReadAs
from ingest.readers.rendered import Rendered

_VERSION = 1
READER = f"text-utf8/{_VERSION}"


def read_text(raw: bytes) -> Rendered:
    """The text of a file without a form of its own. Raises Unreadable."""
    decoded = decode(raw)
    return Rendered(decoded.text, f"text-{encoding_name(decoded)}/{_VERSION}", noted(decoded))


def encoding_name(decoded: Decoded) -> str:
    """The steps as a reader shows them: "utf8", "tcvn3", "utf8+mojibake"."""
    steps = list(decoded.steps)
    if steps[0] == "windows-1252" and steps[-1] in ("tcvn3", "vni"):
        steps.pop(0)  # the code page is only what carried the font's codes
    return "+".join("utf8" if step == "utf-8" else step for step in steps)


def noted(decoded: Decoded) -> ReadAs:
    """What decoding found out; nothing for plain UTF-8."""
    steps = () if decoded.steps == ("utf-8",) else decoded.steps
    return ReadAs(steps, decoded.remarks, byte_map=decoded.byte_map())
