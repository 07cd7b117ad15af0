"""Which province a person means: names with or without marks, usual short ones, codes of 2020."""

from __future__ import annotations

import re
from difflib import get_close_matches

from app.answers.asking.errors import ProvinceUnknown
from app.answers.asking.reading import vocabulary
from app.answers.models.shapes import ProvinceRef
from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

_KIND = re.compile(r"^(?:tinh|thanh pho|tp)\s+")


def find_province(text: str) -> ProvinceRef:
    """The province of a name (with or without marks, TP.HCM) or a 2020 code. Raises ProvinceUnknown."""
    typed = _plain(text)
    code = typed.zfill(2) if typed.isdigit() else _names().get(typed) or _names().get(_KIND.sub("", typed))
    row = vocabulary().provinces.get(code or "")
    if row is None:
        near = _suggestions(typed)
        todo = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "Write a name as Tây Ninh, or a code of 2020 as 72"
        )
        raise ProvinceUnknown(
            "no province of 2020 has this name or code", where=text, todo=todo, suggestions=near
        )
    return ProvinceRef(code=row.code, name=row.name)


def _plain(typed: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", bare_of(typed)).strip()


def _names() -> dict[str, str]:
    """Every way of writing a province, without marks -> its code."""
    return _names_of(vocabulary())


def _built(vocabulary: Vocabulary) -> dict[str, str]:
    return {
        _plain(name): row.code
        for row in vocabulary.provinces.values()
        for name in (*row.aliases, row.full_name, row.name)
    }


_names_of = Once(_built)


def _suggestions(typed: str) -> list[str]:
    near = get_close_matches(typed, _names(), n=6, cutoff=0.6)
    return list(dict.fromkeys(vocabulary().provinces[_names()[name]].name for name in near))[:3]
