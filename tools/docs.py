"""Writes docs/schema.md, docs/schema.svg and docs/queries.md, or checks them.

    python tools/docs.py            ingest corpus/sample into a store made for it, write the three files
    python tools/docs.py --check    exit 1 where they lack or misstate a query, a column or the schema

The check needs no store and leaves the values of the examples alone: they change with the extractors.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # so that it runs as a file

from tools import docs_queries, docs_schema  # noqa: E402

if TYPE_CHECKING:
    from graph.store import Store

DOCS = ROOT / "docs"
AT = "2021-07-04T08:00:00.000000+00:00"


def rendered(edges: Sequence[docs_schema.Edge], examples: Mapping[str, str]) -> dict[Path, str]:
    """The three files."""
    return {
        DOCS / "schema.md": docs_schema.page(edges),
        DOCS / "schema.svg": docs_schema.picture(edges),
        DOCS / "queries.md": docs_queries.page(examples),
    }


def write() -> None:
    """Write the files out of a graph made for it."""
    from graph.queries import shipped
    from graph.store import open_store
    from ingest.pipeline import ingest
    from ingest.vocabulary import shipped as vocabulary

    os.chdir(ROOT)  # paths of documents stand in the graph as they were given
    with tempfile.TemporaryDirectory() as folder, open_store(f"embedded:{folder}/graph") as store:
        ingest(store, shipped(), vocabulary(), [Path("corpus/sample")])
        _decide(store)
        files = rendered(docs_schema.edges_in(store), docs_queries.examples_on(store))
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")


def _decide(store: Store) -> None:
    """What a person may say of two citations, so that the page shows what becomes of it."""
    from graph.queries import inline, shipped
    from ingest.decisions.log import Decision, Target
    from ingest.pipeline import decide
    from ingest.vocabulary import shipped as vocabulary

    cited = store.read(
        inline(
            "MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self' "
            "RETURN r.document AS document, r.start AS start, r.end AS end, d.key AS key "
            "ORDER BY r.key LIMIT 2",
            "to_decide",
        )
    )
    made = [
        Decision(
            AT,
            "Nguyễn Thị Đọc",
            "read beside the printed page",
            Target(row["document"], None, "CITES", row["start"], row["end"], row["key"]),
            action,
        )
        for row, action in zip(cited, ("accept", "reject"), strict=True)
    ]
    decide(store, shipped(), vocabulary(), made)


def stale() -> list[str]:
    """The files that say something else than what there is."""
    schema, queries = (DOCS / name for name in ("schema.md", "queries.md"))
    if not schema.exists() or not queries.exists():
        return [str(path.relative_to(ROOT)) for path in (schema, queries) if not path.exists()]
    edges = docs_schema.edges_of(schema.read_text(encoding="utf-8"))
    examples = docs_queries.examples_in(queries.read_text(encoding="utf-8"))
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path, text in rendered(edges, examples).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    return wrong + docs_queries.misfits(examples)


def main() -> int:
    """Write, or with --check compare."""
    if "--check" not in sys.argv:
        write()
        return 0
    found = stale()
    if found:
        print(f"{', '.join(found)}: not what the program has. Run python tools/docs.py", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
