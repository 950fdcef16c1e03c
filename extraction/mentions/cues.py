"""What the words around a candidate say about its kind: head nouns, verbs, roles, prepositions, possession.

Each cue is a vote: a kind and points. The points are hand-set: a noun beside the name that says what it is counts
three, a verb or preposition that such names often go with one or two.
"""

from extraction.mentions.candidates import Candidate
from extraction.mentions.heads import appositions, nouns_before
from extraction.mentions.kinds import MADE
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.tokens import Shape, Token
from extraction.mentions.votes import Votes

COMPOUND = 2.0
"""A noun after the name: "the X framework"."""
ROLE = 2.5
"""A role beside it: "X CEO", "CEO of X"; what only organisations own."""
PHRASE = 1.5
"""A verb or preposition before it, its own thing after it."""
VERB = 1.0
"""A verb of which it is the subject, or that takes things as objects."""
PLACED = 4.0
"""What "-based" behind a name says."""
_ON = frozenset({"on", "sur", "via"})
"""What comes before a platform whose name is one letter."""
_ROLE_REACH = 5
"""Words behind a comma among which a person's role is looked for."""
_INITIALS = 2
"""Letters of a first name that is but initials ("JP Morel"), at most."""
_OWNED_REACH = 4
"""Words after a possessive in which the noun is looked for."""


def cues(line: Line, candidate: Candidate, lexicon: NameLexicon) -> Votes:
    """Votes for the kind of a candidate, from its own line."""
    return Votes(
        (
            *nouns_before(line, candidate, lexicon),
            *_owned(line, candidate, lexicon),
            *_phrase_before(line, candidate, lexicon),
            *_after(line, candidate, lexicon),
            *appositions(line, candidate, lexicon),
            *_bracketed(line, candidate, lexicon),
        )
    )


def _bracketed(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """Who speaks for whom: "Acme (Jane Roe, VP & Head of AI)" names an organisation and a person."""
    tokens = line.tokens
    opens = candidate.last + 1
    if opens < len(tokens) and tokens[opens].gap.strip(" *_") == "(":
        ends = next((at for at in range(opens + 1, min(opens + 4, len(tokens))) if tokens[at].gap.strip()), 0)
        if ends > opens + 1 and _are_people(tokens[opens:ends]) and _has_role(tokens, ends, lexicon):
            return [("Organization", ROLE)]
    if tokens[candidate.first].gap.strip(" *_").endswith("(") and opens < len(tokens):
        own = tokens[candidate.first : opens]
        if len(own) > 1 and _are_people(own) and _has_role(tokens, opens, lexicon):
            return [("Person", ROLE)]
    return []


def _are_people(tokens: list[Token]) -> bool:
    initials = tokens[0].shape is Shape.UPPER and len(tokens[0].text) <= _INITIALS
    return (initials or tokens[0].shape is Shape.CAPITAL) and all(one.shape is Shape.CAPITAL for one in tokens[1:])


def _has_role(tokens: list[Token], at: int, lexicon: NameLexicon) -> bool:
    """Whether a comma stands before a token, and a role among the words from there to the bracket's end."""
    if at >= len(tokens) or tokens[at].gap.strip() != ",":
        return False
    inside = [tokens[at]]
    for token in tokens[at + 1 : at + _ROLE_REACH]:
        if any(mark in token.gap for mark in ",;:)("):
            break
        inside.append(token)
    return any(token.low in lexicon.titles or lexicon.heads.get(token.low) == "Person" for token in inside)


def _owned(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """What a known organisation owns is a thing: "Amazon's Astro", "AutoRound d'Intel"."""
    makers = {known.last if lexicon.language == "en" else known.first for known in line.known if _is_maker(known)}
    tokens, first, after = line.tokens, candidate.first, candidate.last + 1
    if lexicon.language == "en":
        owned = (
            first > 1 and tokens[first - 1].low == "s" and tokens[first - 1].gap in ("'", "’") and first - 2 in makers
        )
    else:
        owned = after + 1 in makers and tokens[after].low in ("de", "d") and tokens[after].gap == " "
    return [("Product", PHRASE)] if owned else []


def _is_maker(known: Known) -> bool:
    return any(match.entity.kind == "Organization" and not match.weak for match in known.matches)


def _is_on_letter(tokens: list[Token], candidate: Candidate, lexicon: NameLexicon) -> bool:
    """Whether the name is one letter that something is on, as on a platform ("posted on X"), and no number."""
    if candidate.first == 0 or len(candidate.surface) > 1 or tokens[candidate.first - 1].low not in _ON:
        return False
    after = tokens[candidate.last + 1] if candidate.last + 1 < len(tokens) else None
    if after is None or after.gap != " ":
        return tokens[candidate.first].gap == " "
    things = after.low.endswith("s") and after.low not in lexicon.function
    return tokens[candidate.first].gap == " " and not things and after.low not in ("and", "et")


def _phrase_before(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    tokens, first = line.tokens, candidate.first
    if _is_on_letter(tokens, candidate, lexicon):
        return [("Product", ROLE)]
    if first == 0 or tokens[first].gap.strip() not in ("", "'", "’", '"', "“", "«"):
        return []
    low = first - 1
    while low > 0 and tokens[low].low in ("the", "la", "le", "les", "l", "its", "new", "du"):
        low -= 1
    for end in dict.fromkeys((first - 1, low)):
        for length in (3, 2, 1):
            if end - length + 1 >= 0:
                phrase = " ".join(token.low for token in tokens[end - length + 1 : end + 1])
                if (kind := lexicon.object.get(phrase)) is not None:
                    points = (
                        ROLE
                        if length > 1 and kind in ("Organization", "Person", "Event", "Dataset", "Place")
                        else PHRASE
                    )
                    return [(kind, points if kind != "Product" else VERB)]
    return []


def _after(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """A verb, a role or a head noun right after the name."""
    tokens, at = line.tokens, candidate.last + 1
    if at >= len(tokens):
        return []
    possessive = tokens[at].low == "s" and tokens[at].gap in ("'", "’")
    if possessive:
        at += 1
        if at >= len(tokens):
            return []
    token = tokens[at]
    if token.gap.startswith("-based"):
        placed = candidate.known is not None and any(one.entity.kind == "Place" for one in candidate.known.matches)
        return [("Place", PLACED)] if placed else []
    if token.gap.strip(" -") not in ("", "’", "'", '"', "”", "»"):
        return []
    votes: list[tuple[str, float]] = []
    if (kind := lexicon.after.get(token.low)) is not None:
        return [(kind, ROLE)]
    if possessive:
        return [("Organization", ROLE if _owns_artefact(tokens, at, lexicon) else VERB / 2)]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    verb = token if token.low not in ("has", "have", "had", "a", "ont", "also", "just", "will", "vient") else following
    if verb is not None and (kind := lexicon.subject.get(verb.low)) is not None:
        votes.append((kind, VERB))
    votes.extend(_compound(tokens, candidate, at, lexicon))
    return votes


def _owns_artefact(tokens: list[Token], at: int, lexicon: NameLexicon) -> bool:
    """Whether what a possessive owns is a thing that is made ("X's new AI model")."""
    for index in range(at, min(at + _OWNED_REACH, len(tokens))):
        token = tokens[index]
        if token.low in lexicon.stop or token.gap.strip():
            return False
        if lexicon.heads.get(token.low) in MADE:
            return True
    return False


def _compound(tokens: list[Token], candidate: Candidate, at: int, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The noun after a name ("the X framework", "X model"): in English only."""
    if lexicon.language != "en" or tokens[at].shape is not Shape.LOWER:
        return []
    pair = f"{tokens[at].low} {tokens[at + 1].low}" if at + 1 < len(tokens) and tokens[at + 1].gap == " " else ""
    kind = lexicon.heads.get(pair) or lexicon.heads.get(tokens[at].low)
    if kind is None or kind in ("Person", "Place"):
        return []
    determined = candidate.first > 0 and tokens[candidate.first - 1].low in lexicon.determiners
    plural = tokens[at].low.endswith("s")
    return [(kind, (COMPOUND if determined else COMPOUND / 2) * (0.5 if plural else 1))]
