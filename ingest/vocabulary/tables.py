"""The rows of the vocabulary. A field's name is the column's; a tuple is a cell split at `|`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city of 2020 (tỉnh, thành phố trực thuộc trung ương), with its unit since
    1-7-2025."""

    code: str
    name: str
    full_name: str
    name_en: str
    type: str
    region: str
    region_en: str
    aliases: tuple[str, ...]
    party_committee: str
    unit_2025: str
    unit_2025_name: str
    unit_2025_type: str
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or office (cơ quan, chức danh). `level` is central, provincial, district, …"""

    id: str
    name: str
    name_en: str
    level: str
    sector: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A head word of bodies' names and what may stand behind it, from which names are composed.

    A form is `member`, or `head` followed by one of `member` (so that in "Sở Y tế, Công Thương" the
    second member stands alone). `tails` are flags of what may follow: u or x a level, units, a
    place; p a province; c a Party committee; k an economic zone; z "trong khu công nghiệp"; q "khóa
    XV và …"; s a list of hamlets; n capitals, f any words (an open name). `bare` says what the name
    is without a tail: at a level, at the issuer's (context), only with a Party issuer (issuer), a
    class of bodies (class, list, plural), only among recipients (recipient), nothing (tail, named).
    `caps` tells where a capital is needed: first, all, or first where it stands alone. `central` to
    `commune` hold the id of bodies.csv at that level, empty where no row fits.
    """

    head: str
    member: tuple[str, ...]
    name: str
    tails: str
    bare: str
    caps: str
    central: str
    province: str
    district: str
    commune: str
    source: str


@dataclass(frozen=True, slots=True)
class BodyTitle:
    """A title (chức danh) or a part of a body that is named with the body's own name behind it.

    `kind` is "office" ("Chủ tịch | UBND tỉnh"; a list may follow, guideline 3) or "part" ("Văn phòng | UBND
    tỉnh"). `orgs` are pairs of ids of bodies.csv, `body=what the title makes of it`.
    """

    forms: tuple[str, ...]
    kind: str
    name: str
    orgs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, principle, slogan or task (biện pháp, phương châm), with its OxCGRT and WHO PHSM codes."""

    id: str
    name: str
    name_en: str
    kind: str
    aliases: tuple[str, ...]
    oxcgrt_codes: tuple[str, ...]
    who_phsm_codes: tuple[str, ...]
    definition_en: str
    source: str


@dataclass(frozen=True, slots=True)
class MeasurePattern:
    """A way to write a measure; `pattern` by the grammar of ingest/vocabulary/pattern_syntax.py.

    `stance`: what naming it means where nothing around it says more (ingest/extract/measures/context.py);
    `flags`: how it is matched, `regime` where it names an act whose regime is the measure; `unless_before`,
    `unless_after`: words beside it that make it something else; `near`: words of which one must stand in the
    same sentence; `examples`: two wordings that it is meant for, of no text at hand.
    """

    measure: str
    pattern: str
    stance: str
    flags: tuple[str, ...]
    unless_before: tuple[str, ...]
    unless_after: tuple[str, ...]
    near: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """Alternatives that the patterns use by name."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that decide whether a measure beside them is ordered, avoided, lifted or only mentioned.

    `words` by the grammar of the measures' patterns; `effect`: see ingest/extract/measures/cues.py.
    """

    words: str
    effect: str


@dataclass(frozen=True, slots=True)
class CatalogueAct:
    """A central act known to exist (văn bản trung ương), whether or not its text is held."""

    key: str
    number: str
    variants: tuple[str, ...]
    doc_type: str
    issuer: str
    issuer_name: str
    date: str
    subject_en: str
    topic: str
    relations: str
    source: str
    verified_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocType:
    """A type of act (thể loại văn bản) and its symbol; `side` is state, normative or party."""

    code: str
    name: str
    name_en: str
    side: str
    variants: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """An abbreviation in a number's symbol (chữ viết tắt cơ quan); `body` where it has one owner."""

    code: str
    name: str
    name_en: str
    level: str
    sector: str
    variants: tuple[str, ...]
    body: str
    source: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Wording that every act has and none takes from another (câu mẫu): no sign of reuse.

    `reach`: `sentence` spoils the sentence that holds it, `words` only itself.
    """

    phrase: str
    reach: str
    meaning_en: str
    source: str


@dataclass(frozen=True, slots=True)
class RelationCue:
    """Words before or behind a citation that tell its relation (từ ngữ viện dẫn); `effect` is explained in
    extract/relation.py."""

    cue: str
    effect: str
    source: str


@dataclass(frozen=True, slots=True)
class NameCue:
    """Words that tell what a name beside them is (từ chỉ loại tên).

    `effect`: own_name ("cầu", a noun whose own name follows), the_man (before "Hồ Chí Minh"), placing (a
    preposition of place), person (a surname or middle name before a name), surname (begins a signer's name),
    longer (a longer name that holds a province's), title_point and unit_point (abbreviations with a point:
    "ThS.", "TP."), purpose (behind a board's name: another board than the subject's), whole (names of acts
    and classes of bodies, read whole where a scanner damaged them), family (a further family name, of the
    peoples of the mountains, the south and the Central Highlands too), town (one that begins as a person's
    name does).
    """

    words: str
    effect: str
    source: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What the vocabulary is about (chủ đề): the topic of its directives, and the boards made for it.

    `things`: what is fought, as texts name it ("covid 19"); `purposes`: what stands behind a board's name
    ("phòng chống dịch"); `boards`: what such a board is called ("ban chỉ đạo"). `national_board` to
    `district_board` are ids of bodies.csv, empty where there is none.
    """

    key: str
    name: str
    name_en: str
    things: tuple[str, ...]
    purposes: tuple[str, ...]
    boards: tuple[str, ...]
    national_board: str
    provincial_board: str
    district_board: str
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All tables, in the order of their rows.

    `sha256` is taken over all rows, `reading_sha256` over those that decide how a text is read: all but the
    catalogue. `name` is what people call it; `own` are the texts of the files that are not the built-in ones.
    """

    subject: Subject
    provinces: Mapping[str, Province]
    bodies: Mapping[str, Body]
    body_heads: tuple[BodyHead, ...]
    body_titles: tuple[BodyTitle, ...]
    measures: Mapping[str, Measure]
    measure_patterns: tuple[MeasurePattern, ...]
    measure_words: Mapping[str, MeasureWord]
    cues: tuple[Cue, ...]
    directives: Mapping[str, CatalogueAct]
    doc_types: tuple[DocType, ...]
    issuer_codes: Mapping[str, IssuerCode]
    relation_cues: Mapping[str, RelationCue]
    formulas: tuple[Formula, ...]
    name_cues: tuple[NameCue, ...]
    sha256: str
    reading_sha256: str
    name: str
    own: Mapping[str, str]
