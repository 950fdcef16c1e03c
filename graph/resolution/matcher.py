"""The score of a pair: the strongest of what names say, then every sign for or against. Read it as a table.

Weights and thresholds were set by hand and are held to `data/resolution/pairs.tsv` by a test; they are not estimated.
The shape, a table of explained features, is after nomenklatura.
"""

from collections.abc import Mapping

from graph.resolution import names, signs
from graph.resolution.names import Feature, Pair, Said
from graph.resolution.records import Explanation, Match, Portrait

MERGE = 0.9
"""Score from which a rule merges."""
REVIEW = 0.6
"""Score from which a person is asked; below, two entities stay apart."""

NAMES: tuple[Feature, ...] = (
    names.same_name,
    names.without_form,
    names.other_order,
    names.spelled_out,
    names.maker_first,
    names.slip,
    names.acronym,
    names.initials_of_person,
    names.loose_word,
    names.called_so,
    names.near_spelling,
    names.shared_words,
)
"""The strongest counts, at equal strength the first."""
SIGNS: tuple[Feature, ...] = (
    signs.other_kinds,
    signs.both_catalogued,
    signs.other_outside_ids,
    signs.other_versions,
    signs.qualified,
    signs.told_together,
    signs.other_makers,
    signs.same_maker,
    signs.shared_neighbours,
)
"""Each counts."""

Weights = Mapping[str, float]

WEIGHTS: Weights = {
    "same_outside_id": 1.0,
    "same_name": 1.0,
    "without_form": 0.96,
    "other_order": 0.95,
    "spelled_out": 0.94,
    "maker_first": 0.94,
    "slip": 0.91,
    "acronym": 0.93,
    "initials_of_person": 0.85,
    "loose_word": 0.75,
    "called_so": 0.75,
    "near_spelling": 0.65,
    "shared_words": 0.5,
    # A veto takes all.
    "other_kinds": -1.0,
    "both_catalogued": -1.0,
    "other_outside_ids": -1.0,
    "other_versions": -1.0,
    "qualified": -0.4,
    "told_together": -0.5,
    "other_makers": -0.4,
    "same_maker": 0.05,
    "shared_neighbours": 0.1,
}
"""Feature to points at degree 1, no unit: positive for one thing, negative for two."""


def score_pair(left: Portrait, right: Portrait, *, weights: Weights = WEIGHTS) -> Match:
    """Score how likely two entities are the same thing, and say why; the order of the two does not matter.

    Returns:
        Score in [0, 1], rounded to four digits, with one explanation per feature that counted. A feature that has
        nothing to say is absent, not zero.

    Source:
        A sum of weighed agreements after Fellegi and Sunter (1969); names enter once, since their features overlap.
    """
    left, right = sorted((left, right), key=lambda portrait: portrait.id)
    best, pair = _strongest(left, right, weights)
    found = [best] if best else []
    for sign in SIGNS:
        said = sign(pair)
        if said is not None and (weights[sign.__name__] < 0 or best is not None):
            found.append(_explained(sign.__name__, said, weights))
    score = max(0.0, min(1.0, sum(one.points for one in found)))
    return Match(
        left_id=left.id,
        right_id=right.id,
        left_name=pair.left.text,
        right_name=pair.right.text,
        score=round(score, 4),
        explanations=tuple(found),
    )


def _strongest(left: Portrait, right: Portrait, weights: Weights) -> tuple[Explanation | None, Pair]:
    """What names say most strongly, and the names that say it; without any, the main names."""
    main = Pair(left.forms[0], right.forms[0], left, right)
    outside = sorted({*left.external_ids} & {*right.external_ids})
    if outside:
        return _explained("same_outside_id", Said(1.0, f"both have the outside id {outside[0]}"), weights), main
    best: Explanation | None = None
    chosen = main
    for pair in names.pairs_of_names(left, right):
        for feature in NAMES:
            if best is not None and best.points >= weights[feature.__name__]:
                continue
            said = feature(pair)
            if said is not None and (best is None or said.degree * weights[feature.__name__] > best.points):
                best, chosen = _explained(feature.__name__, said, weights), pair
    return best, chosen


def _explained(feature: str, said: Said, weights: Weights) -> Explanation:
    return Explanation(feature=feature, points=round(weights[feature] * said.degree, 4), detail=said.detail)
