"""Runs of words in the shape of a name: where one may open, and how far it carries on."""

import re
from collections.abc import Iterator

from extraction.mentions.institutions import institution_end
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.tokens import Shape, Token

_EVENT_YEARS = range(1990, 2036)
_FILE = re.compile(
    r"\.(?:md|json|txt|py|png|jpe?g|gif|svg|pdf|csv|ya?ml|toml|html?|php|sh|xml|ipynb|docx|xlsx|mp3|zip|lock|env)$"
)
"""The end of a file's name; ".js" and ".ai" are those of names."""
_PARTICIPLES = ("és", "ées")
"""Endings of French participles: "Spring Boot 4 et Spring 7 supportés" counts nothing."""
_DESCRIBING = re.compile(
    r"[-‑](?:bound|based|powered|generated|style|driven|like|native|enabled|only|ready|compatible|related|focused|level|"
    r"class|first|free|aware|backed|made|trained|tuned|optimi[sz]ed|specific|agnostic|capable|friendly|wide|led|owned|"
    r"built|hosted|exclusive|inspired|centric|linked|assisted|enhanced|equipped|sized|parameter|era)s?$",
    re.IGNORECASE,
)
"""The end of a compound that describes something else ("HBM-bound", "ChatGPT-style"); by hand."""
_LIKENING = re.compile(r"[-‑](?:style|like|inspired|era|killer|esque|level|class)\b", re.IGNORECASE)
"""The end of a compound that likens something to the thing named, which is not meant itself ("ChatGPT-style")."""
_FOREIGN_PARTICLES = frozenset({"van", "von", "der", "den", "bin", "ter", "ten", "dos"})
"""Particles that are words of neither language: enough to show a personal name."""
_SMALL_VARIANTS = frozenset(
    {"flash", "mini", "nano", "turbo", "pro", "opus", "sonnet", "haiku", "ultra", "instruct", "lite"}
)
"""Variants that are written small after a model's version ("Gemini 2.0 flash")."""
_COMPLEMENTS = frozenset({"of", "for", "on", "and", "the"})
"""What joins an institution and its field in English."""
_NAME_GAPS = frozenset({" ", "\u00a0", " '", " ’", " & ", "-", "‑"})
"""What may stand between two words of a name."""


def name_runs(line: Line, owner: dict[int, Known], lexicon: NameLexicon) -> Iterator[tuple[int, int]]:
    """The first and last token of each run of a line, in order; `owner` has the known name of a token, if any."""
    tokens, at = line.tokens, 0
    while at < len(tokens):
        if not _may_open(line, at, owner, lexicon):
            at += 1
            continue
        last = at if at in owner else institution_end(line, at, lexicon)
        if last > at:
            yield at, last
            at = last + 1
            continue
        while (step := _next_in_run(line, last, owner, lexicon)) > last:
            last = step
        yield at, last
        at = last + 1


def _may_open(line: Line, at: int, owner: dict[int, Known], lexicon: NameLexicon) -> bool:
    if at in owner:
        return True
    if at in line.confirmed:
        return True
    token = line.tokens[at]
    if describes(token.text) or _is_forum(line, at):
        return False
    if token.shape is Shape.NUMBER and "." in token.text and at + 1 < len(line.tokens):
        after = line.tokens[at + 1]
        return after.gap == " " and after.shape is Shape.CAPITAL and after.low in lexicon.variants
    if not token.named or _FILE.search(token.text) or token.low in lexicon.titles or token.low in lexicon.calendar:
        return False
    if len(token.text) == 1 and token.shape is Shape.CAPITAL:
        return False
    if token.shape is not Shape.CAPITAL:
        return not (line.title_case and token.shape is Shape.UPPER and lexicon.is_ordinary(token.text))
    if at + 1 < len(line.tokens) and _contracts(line.tokens[at + 1]):
        return False
    if token.low in lexicon.function and (at == 0 or line.title_case or opens_clause(token)):
        return False
    opens = at == 0 or opens_clause(token)
    if lexicon.is_derived(token.text) and (opens or line.title_case or "," in token.gap):
        return False
    return not (line.title_case and lexicon.is_ordinary(token.text))


def describes(word: str) -> bool:
    """Whether the word is a compound that only describes what follows ("HBM-bound", "Llama-based")."""
    return _DESCRIBING.search(word) is not None


def likens(line: Line, last: int) -> bool:
    """Whether the word only likens something to what it names, which is not meant itself ("ChatGPT-like")."""
    after = line.tokens[last + 1].gap if last + 1 < len(line.tokens) else ""
    return _LIKENING.search(line.tokens[last].text) is not None or _LIKENING.match(after) is not None


def names_nothing(line: Line, at: int) -> bool:
    """Whether a word is part of no name: a file, a forum of Reddit, a compound that describes or likens."""
    text = line.tokens[at].text
    forum = _is_forum(line, at) or (at + 1 < len(line.tokens) and _is_forum(line, at + 1))
    return forum or describes(text) or likens(line, at) or _FILE.search(text) is not None


def _is_forum(line: Line, at: int) -> bool:
    """Whether the word names a forum of Reddit ("r/LocalLlama")."""
    return at > 0 and line.tokens[at].gap == "/" and line.tokens[at - 1].text == "r"


def _contracts(token: Token) -> bool:
    """Whether a word makes a contraction of the one before ("Don't", "We're")."""
    return token.gap in ("'", "’") and token.low in ("t", "re", "ve", "ll")


def _is_personal(before: Token, token: Token) -> bool:
    """Whether the words are of one personal name: "O'Reilly", "D'Angelo", "Yvette D. Clarke"."""
    if token.gap == ". ":
        return len(before.text) == 1 and before.gap == " " and token.shape is Shape.CAPITAL
    return token.gap in ("'", "’") and before.text in ("O", "D") and token.shape is Shape.CAPITAL


def opens_clause(token: Token) -> bool:
    """Whether punctuation before the word may have given it its capital."""
    return any(char in token.gap for char in '.!?:–—•"“«(…\n')


def _next_in_run(line: Line, last: int, owner: dict[int, Known], lexicon: NameLexicon) -> int:
    """The index of the token that carries the run on, or `last` when it ends."""
    tokens = line.tokens
    if last + 1 >= len(tokens):
        return last
    token = tokens[last + 1]
    if last in owner and owner[last].last > last:
        return last + 1
    if token.gap not in _NAME_GAPS and not _is_personal(tokens[last], token):
        return last
    if last + 1 in owner:
        return last + 1
    if token.shape is Shape.NUMBER:
        return last + 1 if _may_be_version(line, last, owner, lexicon) else last
    if token.named:
        if token.low in lexicon.titles or token.low in lexicon.calendar:
            return last
        ordinary = token.shape is Shape.CAPITAL and lexicon.is_ordinary(token.text)
        return last if ordinary and line.title_case and last + 1 not in line.confirmed else last + 1
    if token.low in _SMALL_VARIANTS and last in owner and _ends_in_version(line, last, owner[last]):
        return last + 1
    return _over_connector(line, last, owner, lexicon)


def _ends_in_version(line: Line, last: int, known: Known) -> bool:
    models = any(match.entity.kind == "Model" for match in known.matches)
    return models and any(char.isdigit() for char in line.tokens[last].text)


def _may_be_version(line: Line, last: int, owner: dict[int, Known], lexicon: NameLexicon) -> bool:
    token, before = line.tokens[last + 1], line.tokens[last]
    if last + 2 < len(line.tokens) and line.tokens[last + 2].gap.startswith("%"):
        return False
    if token.text.startswith("v"):
        return before.named
    if not token.text.replace(".", "").isdigit():
        versioned = last in owner and before.shape is Shape.NUMBER
        return token.text[-1:].casefold() in "bmk" and (before.named or versioned)
    if "." in token.text or len(token.text) <= 2:
        after = line.tokens[last + 2] if last + 2 < len(line.tokens) else None
        is_count = (
            after is not None and after.gap == " " and after.shape is Shape.LOWER and lexicon.is_ordinary(after.text)
        )
        counted = after is not None and after.low.endswith("s") and not after.low.endswith(_PARTICIPLES)
        return not (is_count and counted and before.shape is Shape.CAPITAL and "." not in token.text)
    if len(token.text) == 4 and token.text.isdigit() and int(token.text) in _EVENT_YEARS:
        return (
            before.shape in (Shape.UPPER, Shape.MIXED)
            or lexicon.last.get(before.low) == "Event"
            or lexicon.first.get(before.low) == "Event"
        )
    return before.shape is Shape.UPPER or before.shape is Shape.CODE


def _over_connector(line: Line, last: int, owner: dict[int, Known], lexicon: NameLexicon) -> int:
    """Over "of", "for", "de la" to the next capital, where the name's first word is one that takes a complement."""
    tokens = line.tokens
    first = last
    while first > 0 and tokens[first - 1].named and tokens[first].gap == " " and first - 1 not in owner:
        first -= 1
    opens = lexicon.first.get(tokens[first].low) or (
        lexicon.last.get(tokens[last].low) in ("Organization", "Regulation")
    )
    token, at = tokens[last + 1], last + 1
    if (step := _over_complement(line, last, owner, lexicon)) > last:
        return step
    if token.low == "for" and last not in owner and at + 1 < len(tokens) and tokens[at + 1].shape is Shape.CAPITAL:
        return at + 1 if tokens[at + 1].gap == " " and lexicon.last.get(tokens[last].low) == "Product" else last
    foreign = token.low in _FOREIGN_PARTICLES and not lexicon.is_common(tokens[last].text)
    if token.low in lexicon.particles and (foreign or is_first_name(tokens[last], lexicon)):
        while at + 1 < len(tokens) and tokens[at].low in lexicon.particles:
            at += 1
        return at if tokens[at].named and at not in owner else last
    if not opens or line.title_case or token.low not in ("of", "de", "du", "des", "d", "pour", "sur"):
        return last
    while (
        at + 1 < len(tokens)
        and at < last + 3
        and tokens[at].low in ("of", "the", "de", "du", "des", "d", "la", "l", "les", "pour", "sur")
    ):
        at += 1
    near = tokens[at].gap in (" ", "'", "’")
    return at if near and tokens[at].named and at not in owner else last


def _over_complement(line: Line, last: int, owner: dict[int, Known], lexicon: NameLexicon) -> int:
    """In English, over what an institution is for: "Center for Security and Emerging Technology"."""
    tokens, token = line.tokens, line.tokens[last + 1]
    at = last + 3 if tokens[last + 2 : last + 3] and tokens[last + 2].low == "the" else last + 2
    if lexicon.language != "en" or line.title_case or at >= len(tokens) or tokens[at].gap != " ":
        return last
    first = last
    while first > 0 and (tokens[first - 1].named or tokens[first - 1].low in _COMPLEMENTS) and tokens[first].gap == " ":
        first -= 1
    inside = tokens[first : last + 1]
    headed = any(lexicon.last.get(one.low) == "Organization" and one.shape is Shape.CAPITAL for one in inside)
    if not headed or tokens[at].shape not in (Shape.CAPITAL, Shape.UPPER):
        return last
    if token.low == "and":
        crossed = any(one.low in _COMPLEMENTS - {"and", "the"} for one in inside)
        plain = at not in owner and lexicon.is_ordinary(tokens[at].text) and at == last + 2
        return at if crossed and plain else last
    if token.low not in _COMPLEMENTS - {"the"}:
        return last
    known = owner.get(at)
    return at if known is None or is_place(known) else last


def is_place(known: Known) -> bool:
    """Whether a known name can only be a place's."""
    return all(match.entity.kind == "Place" for match in known.matches)


def is_first_name(token: Token, lexicon: NameLexicon) -> bool:
    """Whether the word is a first name, in capitals of its own."""
    return token.shape is Shape.CAPITAL and token.low in lexicon.first_names
