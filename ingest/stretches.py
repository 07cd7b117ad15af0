"""Which stretches of a document are compared for reuse of wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.documents import Provision

# Prose that an act may take from another; heads, addressees, bases, signatures and closings are everybody's.
COMPARED = frozenset({"opening", "section", "article", "clause", "point", "item", "bullet", "paragraph"})


def own_spans(provisions: Sequence[Provision], text: str) -> Iterator[tuple[Provision, int, int]]:
    """The stretches of each compared provision that are in none of its children, in order."""
    children: dict[int, list[Provision]] = {}
    for provision in provisions:
        if provision.parent is not None:
            children.setdefault(provision.parent, []).append(provision)
    for index, provision in enumerate(provisions):
        if provision.kind in COMPARED:
            yield from _own(provision, children.get(index, []), text)


def _own(provision: Provision, inner: Sequence[Provision], text: str) -> Iterator[tuple[Provision, int, int]]:
    position = provision.start
    for child in [*sorted(inner, key=lambda p: p.start), None]:
        end = child.start if child is not None else provision.end
        if text[position:end].strip():
            yield provision, position, end
        position = child.end if child is not None else end
