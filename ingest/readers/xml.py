"""XML of files that anyone may have made: no entity is expanded, nothing fetched, depth and size bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import ReaderMissing, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_MEMORY = (0, 2)  # libxml2's error for it, and none where there was no room for one
EXTRA = "Install the readers: pip install 'tiengvang[files]', or make install"


def parsed(data: bytes, name: str) -> _Element:
    """The root of an XML part. Raises Unreadable: broken, too deep, or with a document type of its own."""
    try:
        from lxml import etree
    except ImportError as error:
        raise ReaderMissing("the library that reads it, lxml, is not installed", todo=EXTRA) from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in NO_MEMORY:
            raise MemoryError from error
        raise Unreadable(
            f"{name} in it is no sound XML ({error.msg})", todo="Fetch it again, or save it anew"
        ) from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable(
            f"{name} in it declares entities of its own, which no word processor writes",
            todo="Do not open it: such a file is made to fill a machine's memory or to read its files",
        )
    return root
