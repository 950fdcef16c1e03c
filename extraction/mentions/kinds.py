"""The kind of a name from its own form: its words, its letters and digits."""

import re

from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.tokens import Shape, Token
from extraction.mentions.votes import Votes

MADE = frozenset({"Model", "Framework", "Product", "Hardware", "Dataset"})
"""What is made, has versions, and is called by its last words."""
LAST_WORD = 3.0
LAST_AI = 2.0
FIRST_WORD = 2.0
FIRST_NAME = 6.0
LONE_FIRST_NAME = 1.5
PERSON_SHAPE = 2.0
_SIZE = re.compile(r"(?:^|[-_ ])\d+(?:\.\d+)?(?:x\d+)?[bm](?:$|[-_ ])", re.IGNORECASE)
_PATTERNS: tuple[tuple[str, str, float], ...] = (
    (r"(?i)bench(?:mark)?(?:-\w+)?$|(?:^|[-_])bench|[a-z]Bench\b", "Dataset", 4),
    (r"QA$|Eval$|-Eval\b|\bEval-|Arena\b|[a-z]Set$", "Dataset", 2.5),
    (r"GPT", "Model", 1.5),
    (r"L[LM]M$|[a-z]LM\b|[a-z]LM-", "Model", 3),
    (r"(?i)-(?:instruct|chat|base|preview|it|turbo|distill|thinking)\b", "Model", 3),
    (r"(?i)(?:former|mamba|diffusion|llama|gemma|bert|qwen)\b", "Model", 1.5),
    (r"(?i)\.(?:js|py|rs|cpp|jl)$|^py[A-Z]|4j\b", "Framework", 3),
    (r"(?i)\b(?:H\.R\.|SB|AB|HB)[ -]?\d{2,4}$", "Regulation", 4),
    (r"^(?:RTX|GTX|GB\d|TPU|MI\d{3}|Xeon|Ryzen)", "Hardware", 3),
    (r"(?i)\.(?:ai|com|io|xyz|co|org|net|fr)$", "Organization", 1),
    (r"[a-z]AI$", "Organization", 2),
    (r"^[A-Z][A-Za-z]*[A-Z]+[- ]?(?:20\d\d|['’]\d\d)$", "Event", 2.5),
    (r"\b(?:University|Université|School|College|Instituts?e?|Department|Ministry|Ministère)\b", "Organization", 4),
    (r"(?i)^llama(?:index|file|\.cpp)|chain$|flow$|torch", "Framework", 1.5),
)  # fmt: skip
"""Forms of names and the kinds they speak for, with points; from knowledge of how such things are named."""


def before_size(surface: str) -> str:
    """What stands before a number of parameters in a name ("Zorba" in "Zorba-7B"); empty where nothing does."""
    found = _SIZE.search(surface)
    return surface[: found.start()] if found else ""


def form_votes(surface: str, tokens: list[Token], lexicon: NameLexicon) -> Votes:
    """Votes from the words and letters of a name itself."""
    votes = Votes()
    for pattern, kind, points in _PATTERNS:
        if re.search(pattern, surface):
            votes[kind] += points
    if _SIZE.search(surface):
        votes["Model"] += 4
    named = [token for token in tokens if token.shape is not Shape.NUMBER]
    if len(tokens) > 1 and named:
        if last := lexicon.last.get(named[-1].low):
            votes[last] += LAST_AI if named[-1].low in ("ai", "ia") else LAST_WORD
        if first := lexicon.first.get(named[0].low):
            votes[first] += FIRST_WORD
    elif named and named[0].shape is Shape.CAPITAL and named[0].low in lexicon.first_names:
        votes["Person"] += 0.0 if lexicon.is_ordinary(named[0].text) else LONE_FIRST_NAME
    if is_person_name(tokens, lexicon):
        votes["Person"] += FIRST_NAME
    elif _may_be_person(tokens, lexicon):
        votes["Person"] += PERSON_SHAPE
    return votes


def is_person_name(tokens: list[Token], lexicon: NameLexicon) -> bool:
    """Whether the words are a first name and a family name."""
    if not 2 <= len(tokens) <= 5 or any(token.shape in (Shape.CODE, Shape.NUMBER) for token in tokens):
        return False
    if any(token.low in ("van", "von", "bin") for token in tokens[1:-1]):
        return True
    opens = tokens[0].low in lexicon.first_names or tokens[0].low.partition("-")[0] in lexicon.first_names
    return (
        opens and tokens[-1].low not in lexicon.last and tokens[-1].shape in (Shape.CAPITAL, Shape.MIXED, Shape.UPPER)
    )


def _may_be_person(tokens: list[Token], lexicon: NameLexicon) -> bool:
    plain = all(token.shape is Shape.CAPITAL and not lexicon.is_common(token.text) for token in tokens)
    return len(tokens) in (2, 3) and plain and tokens[-1].low not in lexicon.last
