"""The forms of bodies' names, compiled once a vocabulary, and where they stand in a text.

Forms are looked up without marks (Aho-Corasick over `bare`), then held against the marks that do stand
in the text,
so that a name whose marks a scanner dropped is found and a different word is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ingest.extract.phrase_lists import phrases_of
from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Phrases, Words
from ingest.vocabulary import BodyHead, BodyTitle, Vocabulary

_WORD = re.compile(r"[^\W_]+")
# Marks that may stand inside a name: line ends and blanks, hyphens, "&", the dot of an abbreviation,
# markdown.
_INSIDE = re.compile(r"[\s*_]*[-&.]?[\s*_]*")
_INSIDE_COMMA = re.compile(r"[\s*_]*[-&.,]?[\s*_]*")
# Units below the commune, north to south (guideline 2: "thôn, bản, tổ dân phố" is one body).
HAMLETS = phrases_of(
    "thôn|bản|ấp|khóm|buôn|làng|xóm|bon|phum|sóc|tiểu khu|khu phố|khu dân cư|tổ dân phố|tổ dân cư"
    "|tổ nhân dân|khối phố"
)
# A bullet on the next line, or a sentence that ends before it.
_BULLET = re.compile(r"\n[ \t]*(?:-|\*(?!\*))|\.[ \t*_]*\n")
# First words of names, and the words before them with which they are other words.
_INSIDE_OTHERS = {"ban": ("uy",), "so": ("co", "tru", "cong", "hoi"), "phong": ("hai",)}
# A school or a hospital of the army, the police, … is not their command: "Trường Quân sự tỉnh".
_HOUSES = frozenset(("trường", "viện"))
_ARMED = frozenset((("quan", "su"), ("cong", "an"), ("bien", "phong"), ("bo", "doi")))
_NEIGHBOURS = 6  # words on each side that tell whether a stretch of text has lost its marks altogether


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a head or a title: its words in both readings; `commas` where commas may stand
    inside.
    `mark` is "committee" or "hamlet" for a word where a list of those may begin."""

    keys: tuple[str, ...]
    bares: tuple[str, ...]
    commas: bool
    head: BodyHead | None = None
    title: BodyTitle | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms; `members` are the forms of a head's members without the head word, by head."""

    forms: tuple[Form, ...]
    phrases: Phrases
    members: dict[str, dict[str, list[Form]]]
    provinces: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, bool]]]


_LEXICONS: dict[str, Lexicon] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The compiled forms of `vocabulary` (kept for the next document)."""
    if vocabulary.sha256 not in _LEXICONS:
        _LEXICONS[vocabulary.sha256] = _compile(vocabulary)
    return _LEXICONS[vocabulary.sha256]


def _compile(vocabulary: Vocabulary) -> Lexicon:
    forms: list[Form] = []
    members: dict[str, dict[str, list[Form]]] = defaultdict(lambda: defaultdict(list))
    for head in vocabulary.body_heads:
        for member in head.member:
            forms += _forms(f"{head.head} {member}", head=head)
            if head.head:
                for form in _forms(member, head=head):
                    members[head.head][form.bares[0]].append(form)
    for title in vocabulary.body_titles:
        for text in title.forms:
            forms += _forms(text, title=title)
    forms += _marks()
    forms += _vocabulary_names(vocabulary, {form.bares for form in forms})
    for table in members.values():
        for same_start in table.values():
            same_start.sort(key=lambda f: -len(f.keys))
    phrases = Phrases((" ".join(f.bares) for f in forms), bare=True)
    return Lexicon(tuple(forms), phrases, {k: dict(v) for k, v in members.items()}, _provinces(vocabulary))


def _forms(text: str, head: BodyHead | None = None, title: BodyTitle | None = None) -> list[Form]:
    keys, bares = tuple(_WORD.findall(key_of(text))), tuple(_WORD.findall(bare_of(text)))
    found = [Form(keys, bares, "," in text, head, title)]
    # "Ban Quản lí": the key reading writes i for y, the bare one leaves what is printed.
    if (with_i := tuple(_WORD.findall(bare_of(key_of(text))))) != bares:
        found.append(Form(keys, with_i, "," in text, head, title))
    # Scanners read "tr" as "ừ": "Bộ Chính ừị", "Mặt ừận" (the marks of the rest are as they should be).
    if any(k.startswith("tr") for k in keys):
        slipped = tuple("u" + b[2:] if b.startswith("tr") else b for b in bares)
        found.append(
            Form(
                tuple("ừ" + k[2:] if k.startswith("tr") else k for k in keys),
                slipped,
                "," in text,
                head,
                title,
            )
        )
    return found


def _marks() -> list[Form]:
    """Words where a list of Party committees ("huyện, thành ủy") or of hamlets ("thôn, bản") may
    begin."""
    kinds = ("tỉnh", "thành", "huyện", "thị", "quận")
    starts = [f"{a} {b}" for a in kinds for b in (*kinds, "ủy") if a != b]
    forms = [(text, "committee") for text in starts] + [(text, "hamlet") for text in map(" ".join, HAMLETS)]
    return [
        Form(tuple(_WORD.findall(key_of(text))), tuple(_WORD.findall(bare_of(text))), True, mark=mark)
        for text, mark in forms
    ]


def _vocabulary_names(vocabulary: Vocabulary, known: set[tuple[str, ...]]) -> list[Form]:
    """Names and aliases of bodies.csv that the grammar does not compose; one shared by several rows
    names none."""
    owners: dict[str, set[str]] = defaultdict(set)
    for body in vocabulary.bodies.values():
        for name in (body.name, *body.aliases):
            owners[name].add(body.id)
    found: list[Form] = []
    for name, ids in owners.items():
        bares = _WORD.findall(bare_of(name))
        if (
            len(ids) == 1
            and len(bares) > 1
            and "(" not in name
            and "/" not in name
            and tuple(bares) not in known
        ):
            (body_id,) = ids
            row = BodyHead(
                "", (name,), name, "", "province", "", body_id, body_id, body_id, body_id, "bodies.csv"
            )
            found += _forms(re.sub(r"^các ", "", name), head=row)
    return found


def _provinces(vocabulary: Vocabulary) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, bool]]]:
    """Names of provinces by first word: words in both readings, code, whether it is a city under the
    centre."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, bool]]] = defaultdict(list)
    for province in vocabulary.provinces.values():
        for name in (province.name, *province.aliases):
            keys, bares = tuple(_WORD.findall(key_of(name))), tuple(_WORD.findall(bare_of(name)))
            if len("".join(bares)) > 2:
                table[bares[0]].append((keys, bares, province.code, province.type == "city"))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return dict(table)


def forms_at(words: Words, lexicon: Lexicon) -> dict[int, list[Form]]:
    """The forms that stand in the text, by the index of their first word, the grammar's own first, the
    longest first."""
    found: dict[int, list[Form]] = defaultdict(list)
    for hit in lexicon.phrases.find(words):
        form = lexicon.forms[hit.phrase]
        if _reads(words, form, hit.first):
            found[hit.first].append(form)
    for forms in found.values():
        forms.sort(key=lambda f: (bool(f.head and f.head.source == "bodies.csv"), -len(f.keys)))
    return dict(found)


def stands(words: Words, form: Form, first: int) -> bool:
    """Whether `form` stands at word `first`: its words, what may be between them, its capitals."""
    if first + len(form.keys) > len(words) or any(
        words.bare(first + k) != b for k, b in enumerate(form.bares)
    ):
        return False
    return _reads(words, form, first)


def _reads(words: Words, form: Form, first: int) -> bool:
    """`stands` for a form whose words are known to be there."""
    behind = first + len(form.keys)
    gaps = words.gaps[first + 1 : behind]
    if gaps.count(" ") != len(gaps) and not _all_joined(words, form, first):
        return False
    if tuple(words.keys[first:behind]) != form.keys and not _marks_agree(words, form, first):
        return False
    if not _capitals_agree(words, form, first) or _in_symbol(words, first):
        return False
    return not _inside_name(words, form, first)


def _all_joined(words: Words, form: Form, first: int) -> bool:
    """Whether what stands between the words of a form may; a colon behind the head of a list may, too."""
    colon = first + len(form.head.head.split()) if form.head and form.head.head else -1
    return all(
        joined(words, i, commas=form.commas) or (i == colon and words.gap(i).strip() == ":")
        for i in range(first + 1, first + len(form.keys))
    )


def _inside_name(words: Words, form: Form, first: int) -> bool:
    """Not "Ban Thường vụ" in "Ủy ban Thường vụ Quốc hội", "sở" in "cơ sở", "quân sự" in "Trường Quân sự"."""
    if first == 0 or not joined(words, first):
        return False
    if words.key(first - 1) in _HOUSES and tuple(form.bares[:2]) in _ARMED:
        return True
    others = _INSIDE_OTHERS.get(form.bares[0])
    if others is None or words.bare(first - 1) not in others:
        return False
    # "Phân công | Sở Y tế": a capital behind a small letter begins a name of its own.
    return not capital(words, first) or capital(words, first - 1)


def _in_symbol(words: Words, first: int) -> bool:
    """Whether the word is part of an act's number or a file's name: "CT-UBND", "12 /UBND - VX", "8_UBND",
    "TTr-UBND", "CĐ.UBND"."""
    before = words.gap(first)
    after = words.gap(first + 1)
    if before == after == " ":
        return False
    code = words.view.text[words.starts[first - 1] : words.ends[first - 1]] if first else ""
    spaced = before.strip() == "/" and code.isdigit()
    if "_" in (before, after) or (spaced and (before[-1] == "/" or after.strip() == "-")):
        return True
    inside = before in ("/", "-") and (code.isdigit() or code[-1:].isupper() or code[:2].isupper())
    inside = inside or (before == "." and words.gap(first - 1) == "/")
    return inside or (after == "-" and before == "/")


def joined(words: Words, index: int, *, commas: bool = False) -> bool:
    """Whether nothing but blanks, a hyphen or the like stands before word `index`; a blank line ends a
    name
    unless the next word goes on in lower case (a page break)."""
    gap = words.gap(index)
    if gap == " ":
        return True
    if not (_INSIDE_COMMA if commas else _INSIDE).fullmatch(gap) or _BULLET.search(gap):
        return False
    return gap.count("\n") < 2 or words.view.text[words.starts[index]].islower()


def _marks_agree(words: Words, form: Form, first: int) -> bool:
    """Marks as they should be; or a few lost or misread in a longer name; or none left in the whole
    stretch."""
    keys = words.keys
    wrong = [i for i, k in enumerate(form.keys, first) if keys[i] != k]
    if not wrong:
        return True
    count = len(form.keys)
    if count == 2 and len(wrong) == 1:
        return unmarked(words, wrong[0])
    if count > 2 and len(wrong) <= max(1, count // 2):
        return True
    return count > 1 and bare_stretch(words, first, first + count - 1)


def bare_stretch(words: Words, first: int, last: int) -> bool:
    """Whether the text around these words has no marks at all."""
    around = range(max(0, first - _NEIGHBOURS), min(len(words), last + _NEIGHBOURS + 1))
    return len(around) > _NEIGHBOURS and all(unmarked(words, i) for i in around)


def unmarked(words: Words, index: int) -> bool:
    """Whether word `index` bears no marks (`key` will not tell, since it writes i for y)."""
    return words.view.text[words.starts[index] : words.ends[index]].lower() == words.bares[index]


def capital(words: Words, index: int) -> bool:
    """Whether word `index` begins with a capital."""
    return words.view.text[words.starts[index]].isupper()


def _capitals_agree(words: Words, form: Form, first: int) -> bool:
    caps = form.head.caps if form.head else ""
    if caps == "first":  # "các sở: Y tế, …" is no "cơ sở y tế"
        listed = (
            form.head is not None and form.head.head == "sở" and first > 0 and words.key(first - 1) == "các"
        )
        return capital(words, first) or listed
    if caps == "all":
        return capital(words, first) and capital(
            words, first + len(form.head.head.split() if form.head else ())
        )
    return True
