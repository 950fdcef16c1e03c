"""All candidates of one form, gathered over the document, with the votes for their kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.catalogue import CatalogueEntity, Match
from extraction.mentions.candidates import Candidate
from extraction.mentions.cues import cues
from extraction.mentions.fielded import kinds_announced
from extraction.mentions.forms import key_of
from extraction.mentions.kinds import form_votes
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Token
from extraction.mentions.votes import Votes, decide

_LISTED = 1.5
"""What a name gets from the kind of its neighbour in a list, in points."""
_LISTED_NAME = 0.5
"""What standing in a list with names adds to being one, in points."""
_ANNOUNCED = 2.0
"""What being the value of a field adds to being a name, in points."""
TOLD = 3.0
"""Lead of a kind, in votes, from which the network is not asked; chosen by hand: that of one noun that says it."""
_JOINERS = frozenset(
    {",", "and", "et", "ou", "or", "&", ", and", ", et", "/", ", or", ", ou", "ainsi que", "as well as"}
)


@dataclass
class Group:
    """The occurrences of one form, while it is decided what they name.

    `votes` are from its form and the words beside it; `context` is from the network, which may settle a kind. `kind` is
    None for what names nothing; `entity` is what the catalogue knows; groups of one entity share `name`.
    """

    key: str
    members: list[Candidate] = field(default_factory=list)
    votes: Votes = field(default_factory=Votes)
    context: Votes = field(default_factory=Votes)
    strength: float = 0.0
    entity: CatalogueEntity | None = None
    kind: str | None = None
    name: str = ""

    @property
    def surface(self) -> str:
        """Its most frequent spelling; the first of several."""
        return Counter(one.form for one in self.members).most_common(1)[0][0]

    def key_words(self) -> list[str]:
        """The words of its name, as they are compared."""
        return [key_of(word) for word in (self.name or self.surface).replace("-", " ").split()]

    def likely_kind(self) -> str | None:
        """The kind that the text tells outright ("a model called X"), else that with most votes, the network's too."""
        kind, lead = decide(self.votes)
        if kind is not None and lead >= TOLD:
            return kind
        votes = Votes(self.votes.items())
        votes.add(self.context.items())
        return decide(votes)[0]

    def matches(self) -> list[Match]:
        """What the catalogue has for these occurrences, each entity once for strong and once for weak names."""
        found: dict[tuple[str, bool], Match] = {}
        for member in self.members:
            for match in member.known.matches if member.known else ():
                held = found.get((match.entity.id, match.weak))
                if held is None or (match.exact_case and not held.exact_case):
                    found[match.entity.id, match.weak] = match
        return list(found.values())


def absorb(into: Group, other: Group) -> None:
    """Make a group name what another one names."""
    other.entity, other.kind, other.name = into.entity, into.kind, into.name


def tokens_of(candidate: Candidate, lines: Sequence[Line]) -> list[Token]:
    """The words of a candidate."""
    return lines[candidate.line].tokens[candidate.first : candidate.last + 1]


def gather(candidates: Sequence[Candidate], lines: Sequence[Line], lexicon: NameLexicon, text: str) -> dict[str, Group]:
    """The groups of a document, by form, in the order of their first occurrence."""
    groups: dict[str, Group] = {}
    for candidate in candidates:
        key = key_of(candidate.form)
        group = groups.setdefault(key, Group(key))
        if not group.members:
            group.votes.add(form_votes(candidate.form, tokens_of(candidate, lines), lexicon).items())
        group.members.append(candidate)
        group.votes.add(cues(lines[candidate.line], candidate, lexicon).items())
        announced = kinds_announced(candidate, lines[candidate.line], text)
        group.votes.add(announced.items())
        group.strength += _ANNOUNCED * bool(announced)
    _share_lists(candidates, groups, text)
    return groups


def listed_together(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether two candidates of a line are neighbours in a list ("A, B et C")."""
    return left.line == right.line and text[left.end : right.start].strip().casefold() in _JOINERS


def _share_lists(candidates: Sequence[Candidate], groups: dict[str, Group], text: str) -> None:
    """Give neighbours in a list a part of each other's kind."""
    shared: dict[str, Votes] = {}
    for left, right in pairwise(candidates):
        if not listed_together(left, right, text):
            continue
        for one, other in ((left, right), (right, left)):
            kind = _likely(groups[key_of(other.form)])
            if kind is not None:
                shared.setdefault(key_of(one.form), Votes())[kind] += _LISTED
    for key, votes in shared.items():
        groups[key].strength += _LISTED_NAME
        groups[key].votes.add((kind, min(points, 2 * _LISTED)) for kind, points in votes.items())


def _likely(group: Group) -> str | None:
    for member in group.members:
        if member.known is not None:
            strong = {match.entity.kind for match in member.known.matches if not match.weak}
            if len(strong) == 1:
                return strong.pop()
    kind, lead = decide(group.votes)
    return kind if lead >= 2 else None
