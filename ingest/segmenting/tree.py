"""Blocks in text order -> provisions: a block stands under the last one before it whose mark ranks above its
own.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.documents import Provision
from ingest.segmenting.blocks import Block
from ingest.segmenting.marks import LEAF
from ingest.text.normalise import View

_TOP = frozenset({"letterhead", "addressees", "basis", "opening", "closing", "signature", "recipients"})


@dataclass(slots=True)
class _Node:
    block: Block
    parent: int | None
    end: int
    children: int = 0


def build(view: View, blocks: list[Block]) -> tuple[Provision, ...]:
    """The tree over `blocks`, in the source's offsets; a parent's span ends with its last child's."""
    nodes: list[_Node] = []
    path: list[int] = []  # open nodes, from the top
    for block, rank in zip(blocks, _ranks(blocks), strict=True):
        path = _open_path(nodes, path, block, rank)
        parent = path[-1] if path else None
        nodes.append(_Node(block, parent, block.end))
        for ancestor in path:
            nodes[ancestor].end = block.end
        if parent is not None:
            nodes[parent].children += 1
        if block.rank != LEAF:
            path = [*path, len(nodes) - 1]
    return tuple(_provision(view, node) for node in nodes)


def _ranks(blocks: list[Block]) -> list[int]:
    """The rank of each block; a page number between two tasks stands where the next block will stand."""
    ranks: list[int] = []
    following = -1
    for block in reversed(blocks):
        if block.kind == "furniture":
            ranks.append(following)
        else:
            ranks.append(block.rank)
            following = -1 if block.kind in _TOP else block.rank
    return ranks[::-1]


def _open_path(nodes: list[_Node], path: list[int], block: Block, rank: int) -> list[int]:
    if block.kind in _TOP or rank < 0:
        return []
    if block.kind == "paragraph" or rank == LEAF:
        return _beside_bullets(nodes, path)
    return [n for n in path if nodes[n].block.rank < rank]


def _beside_bullets(nodes: list[_Node], path: list[int]) -> list[int]:
    """A paragraph after bullets or points stands beside them, under what holds them."""
    kept = list(path)
    while kept and nodes[kept[-1]].block.kind in ("bullet", "point"):
        kept.pop()
    return kept


def _provision(view: View, node: _Node) -> Provision:
    start, end = view.home(node.block.start, node.end)
    heading = 0
    if node.children and node.block.open:
        own = view.home(node.block.start, node.block.end)
        heading = own[1] - own[0]
    return Provision(node.block.kind, start, end, node.parent, node.block.label, heading)
