"""The notebooks' helper: frames with columns whatever comes, and one clear message for what goes wrong."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from graph.errors import QueryFailed, QueryParametersInvalid, SchemaNewer, StoreUnavailable
from graph.queries import inline
from graph.store import Store, open_store
from tests.notebooks.serving import serving
from tests.store.corpus import REAL, load
from tests.store_fixtures import StoreAddress

NUMBER = "MATCH (d:Document) RETURN d.number AS number ORDER BY number"


@pytest.fixture
def helper(notebook_folder: object) -> ModuleType:
    """The helper, as a notebook imports it."""
    import tiengvang_notebook

    return tiengvang_notebook


def use(address: StoreAddress, patch: pytest.MonkeyPatch) -> None:
    """Name a store as the user does."""
    for name, value in address.environment().items():
        if name.startswith("TIENGVANG_"):
            patch.setenv(name, value)


def test_an_answer_without_rows_keeps_its_columns(helper: ModuleType, store: Store) -> None:
    assert list(helper.ask(store, NUMBER).columns) == ["number"]
    assert list(helper.ask(store, "documents_of_province", code="72").columns) == ["id"]


def test_a_store_without_documents_of_ours_says_how_to_fill_it(helper: ModuleType, store: Store) -> None:
    store.write(inline("CREATE (:Person {name: 'somebody else'})-[:KNOWS]->(:Movie {title: 'theirs'})"))
    with pytest.raises(helper.NothingHeld, match=r"holds no document.*make demo SERVE=0"):
        helper.held(store)


def test_a_misspelt_question_names_those_that_are_like_it(helper: ModuleType, store: Store) -> None:
    with pytest.raises(helper.QuestionUnknown, match=r"'corpus_count'.*corpus_counts"):
        helper.ask(store, "corpus_count")


def test_a_question_lacking_a_parameter_says_which(helper: ModuleType, store: Store) -> None:
    with pytest.raises(QueryParametersInvalid, match=r"documents_of_province lacks \['code'\]"):
        helper.ask(store, "documents_of_province")


def test_cypher_that_the_store_refuses_is_told_in_its_words(helper: ModuleType, store: Store) -> None:
    with pytest.raises(QueryFailed):
        helper.ask(store, "MATCH (d:Document) WHER d.number = '1' RETURN d.number AS number")


def test_a_graph_of_a_newer_program_is_refused(
    helper: ModuleType, store: Store, store_address: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(store_address, monkeypatch)
    store.write(inline("CREATE (:Migration {version: 999, name: 'later', checksum: ''})"))
    try:
        with pytest.raises(SchemaNewer, match="schema version 999"):
            helper.open_graph()
    finally:
        store.write(inline("MATCH (m:Migration {version: 999}) DELETE m"))


def test_quotes_are_read_again_with_the_words_around_them(helper: ModuleType, store: Store) -> None:
    load(store, [REAL])
    cites = helper.ask(store, "citations_of_acts", keys=["172-TB/TW@2020"])
    read = helper.with_words(store, cites, around=40)
    assert read.before[0].endswith("Thực hiện")
    assert read.after[0].startswith("về công tác phòng, chống dịch")
    assert list(helper.with_words(store, cites.head(0)).columns[-2:]) == ["before", "after"]


def test_a_quote_that_is_not_the_text_is_refused(helper: ModuleType, store: Store) -> None:
    load(store, [REAL])
    cites = helper.ask(store, "citations_of_acts", keys=["172-TB/TW@2020"])
    with pytest.raises(helper.QuoteBroken, match="is not the text at"):
        helper.with_words(store, cites.assign(start=cites.start + 1))


def test_a_notebook_goes_on_when_serve_ends(
    helper: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = StoreAddress(f"embedded:{tmp_path}")
    with open_store(address.url) as filled:
        load(filled, [REAL])
    use(address, monkeypatch)
    with serving(address) as server:
        store = helper.open_graph()
        before = helper.ask(store, NUMBER)
        assert store.attached
        server.stop()
        assert helper.ask(store, NUMBER).equals(before)
        assert not store.attached
        store.close()


def test_a_server_that_is_not_there_is_named(helper: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    use(StoreAddress("bolt://127.0.0.1:1", "neo4j", "secret"), monkeypatch)
    with pytest.raises(StoreUnavailable, match=r"bolt://127\.0\.0\.1:1: no graph store answers"):
        helper.open_graph()


def test_a_folder_without_a_store_is_told_and_left_as_it_is(
    helper: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(StoreAddress(f"embedded:{tmp_path / 'mistyped'}"), monkeypatch)
    with pytest.raises(StoreUnavailable, match=r"there is no graph here yet\. Ingest first"):
        helper.open_graph()
    assert list(tmp_path.iterdir()) == []
