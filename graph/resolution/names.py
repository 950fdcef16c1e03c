"""What two names say: each function gives how strongly they speak for one thing, in [0, 1], and says why in words.

None means that the question does not arise. Only the strongest counts, since they all ask the same: are these names of
one thing?
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.records import Kind
from graph.resolution.forms import NameForm, form_of
from graph.resolution.records import Portrait
from graph.resolution.words import load_words

ARTEFACTS = frozenset({"Model", "Product", "Framework", "Dataset", "Hardware", "Standard"})
"""Kinds whose names are chosen to differ by a letter ("BLOOM", "BLOOMZ"), and may begin with their maker's."""
INSTITUTIONS = frozenset({"Organization", "Event", "Regulation", "Place", "Publication"})
"""Kinds that are translated and called by initials; of artefacts and persons such a name is one of its own."""
SHORTEST_TYPED = 8
"""Letters of a word in which one slip is no other word; chosen by hand: "Henan" and "Hunan" have 5."""
SHORTEST_NEAR = 4
"""Letters of a word in which one other letter makes people ask."""
_SHORTEST_TELLING = 3
"""Letters of a word that makes a version's name its own."""
SHORTEST_ACRONYM = 3
"""Letters of an acronym; two stand for too much."""
_SHORTEST_TOGETHER = 3
"""Letters of a name that may be run together; "Q*" and "Q" are two."""


class Said(NamedTuple):
    """What a feature found: a degree in [0, 1], and a sentence."""

    degree: float
    detail: str


class Pair(NamedTuple):
    """Two names under comparison, and the entities that bear them."""

    left: NameForm
    right: NameForm
    left_portrait: Portrait
    right_portrait: Portrait

    @property
    def kind(self) -> Kind:
        """Of both."""
        return self.left_portrait.kind


Feature = Callable[[Pair], Said | None]


def same_name(pair: Pair) -> Said | None:
    """Equal but for case, accents, hyphens and spaces; numbers must be the same numbers."""
    left, right = pair.left, pair.right
    common = left.together & right.together
    if not common or left.digits != right.digits:
        return None
    if len(max(common, key=len)) < _SHORTEST_TOGETHER and left.text.casefold() != right.text.casefold():
        return None
    return Said(1.0, "the names are equal but for case, accents, hyphens and spaces")


def without_form(pair: Pair) -> Said | None:
    """Equal once legal forms of companies, titles of persons, articles and "and" are left out."""
    left, right = pair.left, pair.right
    common = left.core_together & right.core_together
    if not common or len(max(common, key=len)) < _SHORTEST_TOGETHER or left.numbers != right.numbers:
        return None
    return Said(1.0, "the names are equal without legal form, title or article")


def other_order(pair: Pair) -> Said | None:
    """The same words in another order, numbers in the same one; of persons only likely."""
    left, right = pair.left, pair.right
    if len(left.core) < 2 or left.numbers != right.numbers or Counter(left.core) != Counter(right.core):
        return None
    # Names of East Asia are written both ways round, and may then be two persons: Jie Tang, Tang Jie.
    return Said(0.8 if pair.kind == "Person" else 1.0, "the names have the same words in another order")


def spelled_out(pair: Pair) -> Said | None:
    """Equal once common words are in one language and in full: "Agence spatiale européenne"."""
    left, right = pair.left, pair.right
    if pair.kind not in INSTITUTIONS or len(left.spelled) < 2:
        return None
    if left.spelled != right.spelled or left.numbers != right.numbers:
        return None
    return Said(1.0, "the names are equal once translated and written in full")


def maker_first(pair: Pair) -> Said | None:
    """One is the other with its maker's name before it: "Meta Llama 3" and "Llama 3"."""
    if pair.kind not in ARTEFACTS:
        return None
    shorter, longer = sorted((pair.left, pair.right), key=lambda form: len(form.words))
    extra = len(longer.words) - len(shorter.words)
    if not shorter.words or extra < 1 or longer.words[extra:] != shorter.words:
        return None
    own = set((pair.left_portrait if shorter is pair.left else pair.right_portrait).makers)
    before = "".join(longer.words[:extra])
    for maker in sorted({*pair.left_portrait.makers, *pair.right_portrait.makers}):
        if before in maker_forms(maker):
            # "V3" alone is a version of many things, "Llama 3" of one.
            telling = shorter.numbers and max(map(len, shorter.words)) >= _SHORTEST_TELLING
            certain = own == {maker} or (telling and (maker in own or not own))
            return Said(1.0 if certain else 0.8, f"one has its maker's name, {maker}, before it")
    return None


def maker_forms(maker: str) -> frozenset[str]:
    """How a maker's name may stand before that of what it makes, run together."""
    form = form_of(maker, Kind("Organization"))
    return form.together | form.core_together | {form.core[0]}


def slip(pair: Pair) -> Said | None:
    """One letter doubled, left out or swapped inside a long word; names of artefacts and persons are not judged so."""
    word = _differing_word(pair)
    if word is None or pair.kind in ARTEFACTS or pair.kind == "Person":
        return None
    left, right = word
    if len(left) == len(right) and sorted(left) != sorted(right):
        return None  # another letter may be another name: "Zhejiang Lab", "Zhijiang Lab"
    if min(len(left), len(right)) < SHORTEST_TYPED - 1 or left[0] != right[0] or left[-1] != right[-1]:
        return None
    return Said(1.0, f"one slip of the pen between {left!r} and {right!r}")


def near_spelling(pair: Pair) -> Said | None:
    """One letter more, less or other in one word: may be a slip, may be another name."""
    word = _differing_word(pair)
    if word is None or word[0][0] != word[1][0] or min(map(len, word)) < SHORTEST_NEAR:
        return None
    if pair.kind in ARTEFACTS and (min(map(len, word)) < SHORTEST_TYPED or word[0][-1] != word[1][-1]):
        return None
    return Said(1.0, f"one letter differs between {word[0]!r} and {word[1]!r}")


def acronym(pair: Pair) -> Said | None:
    """One is made of the other's initials; certain when documents themselves call the long one so."""
    if pair.kind not in INSTITUTIONS:
        return None
    for short, long, bearer in (
        (pair.left, pair.right, pair.right_portrait),
        (pair.right, pair.left, pair.left_portrait),
    ):
        if len(short.words) == 1 and len(long.words) > 1 and short.words[0] == long.initials:
            if len(long.initials) < SHORTEST_ACRONYM:
                continue
            if any(short.together & form.together for form in bearer.called_forms):
                return Said(1.0, f"{short.text!r} has the initials of {long.text!r}, which is also called so")
            return Said(0.8, f"{short.text!r} has the initials of {long.text!r}")
    return None


def initials_of_person(pair: Pair) -> Said | None:
    """A given name that is only an initial, or a middle name that one leaves out; same family name."""
    left, right = pair.left.core, pair.right.core
    if pair.kind != "Person" or min(len(left), len(right)) < 2 or left[-1] != right[-1] or left[0][0] != right[0][0]:
        return None
    if left[0] == right[0]:
        shorter, longer = sorted((left, right), key=len)
        if len(shorter) == 2 and len(longer) == 3:
            return Said(1.0, f"one leaves out the middle name {longer[1]!r}")
        return None
    if 1 in (len(left[0]), len(right[0])) and left[1:] == right[1:]:
        return Said(0.9, "one has only the initial of the given name")
    return None


def loose_word(pair: Pair) -> Said | None:
    """One has a word more, of those that a name is often said without: "Mistral" and "Mistral AI"."""
    shorter, longer = sorted((pair.left.core, pair.right.core), key=len)
    extra = longer[len(shorter) :]
    if not extra or longer[: len(shorter)] != shorter or not set(extra) <= load_words().loose:
        return None
    return Said(1.0, f"only one has {' '.join(extra)!r}")


def called_so(pair: Pair) -> Said | None:
    """Documents call the one by the other's name."""
    for named, bearer in ((pair.left, pair.right_portrait), (pair.right, pair.left_portrait)):
        if any(named.together & form.together and named.digits == form.digits for form in bearer.called_forms):
            return Said(1.0, f"documents call {bearer.names[0]!r} also {named.text!r}")
    return None


def shared_words(pair: Pair) -> Said | None:
    """How many of their words they share."""
    left, right = Counter(pair.left.core), Counter(pair.right.core)
    common = left & right
    if not common:
        return None
    degree = 2 * common.total() / (left.total() + right.total())
    return Said(degree, f"both have {' '.join(sorted(common))!r}")


def _differing_word(pair: Pair) -> tuple[str, str] | None:
    """The one word in which two names differ, by one letter, when all else is equal; words of letters only."""
    left, right = pair.left.core, pair.right.core
    if len(left) != len(right):
        return None
    differing = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if len(differing) != 1 or not all(map(str.isalpha, differing[0])):
        return None
    return differing[0] if OSA.distance(*differing[0], score_cutoff=1) == 1 else None


def pairs_of_names(left: Portrait, right: Portrait) -> Iterator[Pair]:
    """Every name of the one with every name of the other; the main names first."""
    for left_form in left.forms:
        for right_form in right.forms:
            yield Pair(left_form, right_form, left, right)
