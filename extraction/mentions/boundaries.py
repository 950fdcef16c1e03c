"""Where a name ends: what belongs to it of the words beside what is known, or at the ends of an unknown run.

Each function is one question about the words of a line; `extraction.mentions.candidates` puts the answers together.
"""

from typing import NamedTuple

from extraction.mentions.kinds import MADE
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.runs import describes, is_first_name, is_place, likens, opens_clause
from extraction.mentions.tokens import Shape, Token

KEPT_LAST = frozenset({"ai", "ia", "pro", "plus", "max", "mini", "nano", "cloud"})
"""Generic words that do end names."""
_VERSIONED = MADE | {"Standard"}
_ARTEFACTS = _VERSIONED | {"Event", "Publication"}
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "can", "est", "sont", "ont", "va", "peut"}
)
"""Verbs in the capitals of a title, which end a name ("Veo 3 Is Generating ...")."""
_MOST_WORDS = 3
"""Words that may follow a known name in the name of what it makes ("Google Distributed Cloud")."""
_PROSE = 4
"""Words in small letters from which on a line is no heading; chosen by hand."""
_LONGEST_SERIES = 4
"""Letters in a letter-and-number word that continues a version ("R1"); longer ones are names of their own."""
_HAVING_CHARGE = frozenset(
    {"president", "vp", "svp", "evp", "head", "director", "manager", "lead", "minister", "secretary", "professor"}
)
"""Titles whose "of" leads to a field more often than to a firm; by hand."""
_OF = frozenset({"of", "for"})
_BEFORE_FIELD = 2
"""Words before a field: the title and "of"."""


class Extent(NamedTuple):
    """How far a known name goes: its last token, in what way it goes on, and the token from which the run is free.

    `how` is "" for the known name itself, "legal" for it with a legal form, "version" and "words" for another name
    that it begins, "none" when it is no name here.
    """

    last: int
    how: str
    free: int


def extent(line: Line, known: Known, end: int, lexicon: NameLexicon) -> Extent:
    """How far the known name that opens a run, which goes on to the token `end`, belongs together."""
    rest = line.tokens[known.last + 1 : end + 1]
    kinds = known.kinds
    exact = Extent(known.last, "", known.last + 1)
    if likens(line, known.last):
        return Extent(known.last, "none", known.last + 1)
    if kinds & _VERSIONED and _goes_on_inside(line, known):
        return Extent(known.last, "version", known.last + 1)
    if not rest:
        return exact
    legal = next((index for index, token in enumerate(rest) if token.low not in lexicon.legal), len(rest))
    if legal and "Organization" in kinds:
        return Extent(known.last + legal, "legal", known.last + 1 + legal)
    if _is_but_a_word(line, known, rest, lexicon):
        return Extent(end, "none", known.first)
    versions = _versions(rest, lexicon)
    if versions and kinds & _ARTEFACTS:
        return _version(line, known, rest, versions, lexicon)
    if confirmed := _confirmed(line, known, end):
        return Extent(known.last + confirmed, "words", known.last + 1 + confirmed)
    if line.title_case or "Person" in kinds or is_person(rest, lexicon) or rest[0].shape is Shape.NUMBER:
        return exact
    if rest[0].low in ("ai", "ia") and kinds & _ARTEFACTS:
        return exact._replace(free=known.last + 2)
    if lexicon.is_generic(rest[0].text) or rest[0].low in _FINITE:
        return exact._replace(free=end + 1)
    while len(rest) > 1 and rest[-1].low not in KEPT_LAST:
        if not lexicon.is_generic(rest[-1].text) and rest[-1].low not in lexicon.function:
            break
        rest = rest[:-1]
    if len(rest) > _MOST_WORDS:
        return exact._replace(free=end + 1)
    return Extent(known.last + len(rest), "words", end + 1)


def _confirmed(line: Line, known: Known, end: int) -> int:
    """How many words of a title go on the known name, as another line spells it out."""
    if not line.title_case or known.last not in line.confirmed:
        return 0
    return next((at for at in range(end - known.last) if known.last + 1 + at not in line.confirmed), end - known.last)


def _goes_on_inside(line: Line, known: Known) -> bool:
    """Whether the match ends at a hyphen inside a word that names a version ("Qwen2.5" in "Qwen2.5-72B")."""
    word = line.tokens[known.last]
    if describes(word.text):
        return False
    cut = word.end > known.end and word.text[known.end - word.start] in "-.‑" and (word.gap != "" or known.last == 0)
    return cut and not any(other is not known and other.first <= known.last < other.last for other in line.known)


def _versions(rest: list[Token], lexicon: NameLexicon) -> int:
    """How many of the words that follow a name tell its version or variant."""
    for index, token in enumerate(rest):
        series = token.shape is Shape.CODE and index == 0 and len(token.text) <= _LONGEST_SERIES
        if not (token.shape is Shape.NUMBER or token.low in lexicon.variants or series):
            return index
    return len(rest)


def _version(line: Line, known: Known, rest: list[Token], versions: int, lexicon: NameLexicon) -> Extent:
    more = rest[versions:]
    # "Gemini 1.5 Performance" is a heading.
    prose = _is_prose(line)
    plain = not line.title_case and (prose or rest[0].shape is not Shape.NUMBER)
    named = prose or any(not lexicon.is_common(token.text) for token in more)
    if plain and 0 < len(more) <= _MOST_WORDS and named and _are_words(more, lexicon):
        return Extent(known.last + len(rest), "words", known.last + 1 + len(rest))
    return Extent(known.last + versions, "version", known.last + 1 + versions)


def _is_prose(line: Line) -> bool:
    return sum(token.shape is Shape.LOWER for token in line.tokens) >= _PROSE


def takes_server(line: Line, known: Known, after: Known) -> bool:
    """Whether a known name, the protocol behind it and "Server" are one product ("AgentCore MCP Server")."""
    behind = line.tokens[after.last + 1 : after.last + 2]
    protocol = line.tokens[after.first]
    server = bool(behind) and protocol.gap == behind[0].gap == " " and behind[0].text == "Server"
    return server and protocol.text == "MCP" and not known.kinds.isdisjoint(MADE | {"Organization"})


def takes_weak(line: Line, known: Known, after: Known) -> bool:
    """Whether an organisation and a weak name that is not its own are one product ("Sphinx AI Copilot")."""
    makers = {match.entity.id for match in known.matches if match.entity.kind == "Organization" and not match.weak}
    if not makers or after.first != after.last or line.tokens[after.first].gap != " ":
        return False
    return after.kinds <= {"Product", "Model"} and all(
        match.weak and match.entity.maker not in makers for match in after.matches
    )


def takes_place(line: Line, known: Known, after: Known) -> bool:
    """Whether an event and the place after it are one edition of it ("Open Source Summit North America")."""
    event = all(match.entity.kind == "Event" and not match.weak for match in known.matches)
    return event and is_place(after) and line.tokens[after.first].gap == " " and not line.title_case


def is_family_name(line: Line, at: int, known: Known, lexicon: NameLexicon) -> bool:
    """Whether a first name before a known name of one plain word makes it a family name ("Andrew Harvard")."""
    token, name = line.tokens[at], line.tokens[known.first]
    plain = known.first == known.last and name.shape is Shape.CAPITAL and name.gap == " " and not line.title_case
    return plain and is_first_name(token, lexicon) and not lexicon.is_common(token.text)


def hides_weak(line: Line, first: int, known: Known) -> bool:
    """Whether a weak name is but the end of an unknown one ("Shopping Muse")."""
    weak = all(match.weak for match in known.matches) and not line.title_case and known.first == known.last
    opens = first == 0 or opens_clause(line.tokens[first])
    told = not opens or line.tokens[first].shape is Shape.MIXED  # "Testez Cursor" against "DreamGen Opus"
    return weak and told and line.tokens[known.first].gap == " "


def joins_before(line: Line, first: int, last: int, known: Known, lexicon: NameLexicon) -> bool:
    """Whether unknown words and the place after them are one name ("Guardian Australia")."""
    if not is_place(known) or line.tokens[known.first].gap != " ":
        return False
    if line.tokens[last].low in ("of", "for") and last > first:
        return True  # The run went over it, since an institution stands before.
    if line.tokens[last].low in lexicon.directions:
        return False
    return not lexicon.is_ordinary(line.tokens[last].text) and not is_person(line.tokens[first : last + 1], lexicon)


def _is_but_a_word(line: Line, known: Known, rest: list[Token], lexicon: NameLexicon) -> bool:
    """Whether the words after it show that a weak name, or a place that is a first name too, is not meant."""
    if known.first != known.last or line.title_case or not _are_words(rest[:1], lexicon):
        return False
    if rest[0].low in lexicon.variants:
        return False
    place = all(match.entity.kind == "Place" for match in known.matches)
    return all(match.weak for match in known.matches) or (place and is_first_name(line.tokens[known.first], lexicon))


def _are_words(tokens: list[Token], lexicon: NameLexicon) -> bool:
    plain = all(token.shape is Shape.CAPITAL and not lexicon.is_generic(token.text) for token in tokens)
    return plain and not any(token.low in lexicon.function for token in tokens)


def drops_opening(line: Line, first: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether the first word of an unknown run is no part of a name: a title, a common word that opens a sentence."""
    if first in line.confirmed:
        return False
    token = line.tokens[first]
    opens = first == 0 or opens_clause(token)
    if token.low in lexicon.titles or (token.low in lexicon.function and first < last and (opens or line.title_case)):
        return True
    if first and _is_title(line.tokens[first - 1], lexicon) and lexicon.is_ordinary(token.text):
        return True
    weak = opens or line.title_case or token.shape is Shape.UPPER
    if weak and lexicon.is_generic(token.text) and first < last:
        return token.low not in ("ai", "ia", "open", "new")
    if not opens or token.shape is not Shape.CAPITAL or first == last:
        return False
    if lexicon.first.get(token.low) or token.low in lexicon.first_names:
        return False
    return lexicon.is_ordinary(token.text) and not lexicon.is_ordinary(line.tokens[first + 1].text)


def _is_title(token: Token, lexicon: NameLexicon) -> bool:
    return token.shape is not Shape.LOWER and token.low in lexicon.titles


def drops_closing(tokens: list[Token], first: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether the last word of a run is no part of a name: a title, a month, a generic word."""
    token = tokens[last]
    if token.low in ("ai", "ia") and first < last and last + 1 < len(tokens) and tokens[last + 1].gap == " ":
        return tokens[last + 1].shape is Shape.LOWER and tokens[last + 1].low in lexicon.heads
    if token.low in lexicon.titles or token.low in lexicon.calendar:
        return True
    return first < last and lexicon.is_generic(token.text) and token.low not in KEPT_LAST


def is_person(tokens: list[Token], lexicon: NameLexicon) -> bool:
    """Whether the words begin with a first name and go on."""
    return len(tokens) > 1 and is_first_name(tokens[0], lexicon) and tokens[1].named


def is_field(line: Line, first: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether common words tell what somebody has charge of: "President of Global Affairs", "Head of Product"."""
    if first < _BEFORE_FIELD or line.tokens[first - 1].low not in _OF or line.tokens[first].gap != " ":
        return False
    common = all(
        lexicon.is_common(token.text) or token.low in lexicon.function for token in line.tokens[first : last + 1]
    )
    return common and line.tokens[first - 2].low in _HAVING_CHARGE
