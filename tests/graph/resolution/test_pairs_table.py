"""The table of pairs with their right verdict: what the rule merges, and what it must never merge."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from extraction.catalogue import Catalogue, load_catalogue
from graph.records import Kind, Record
from graph.resolution.matcher import MERGE, REVIEW, score_pair
from graph.resolution.records import Portrait
from graph.resolution.words import RESOLUTION_FOLDER
from tests.graph.resolution.whole import candidate_pairs

WRONG_MERGES, MISSED_MERGES = 0.01, 0.10
"""Shares of the pairs that are two things, and of those that are one; the project's own aim."""


TABLES = frozenset({"epoch", "osai", "aiid", "litellm"})
"""Structured tables from which names were drawn; the texts of laws and our own pairs are none."""
FRENCH = re.compile(r"[éèêçîô]|\b(?:des?|du|la|les?|et|pour|sur|loi)\b", re.IGNORECASE)
"""What only names in French have."""
NEVER_ONE = (
    ("Model", "GPT-4", "GPT-4o", "GPT-4.5", "GPT-4 Turbo"),
    ("Organization", "Google", "Google DeepMind", "Google Cloud", "Google Research"),
    ("Product", "Imagen", "Imagen AI"),
)
"""Versions, parts and namesakes, by kind."""


class Row(Record):
    """A pair of the table; `called` is what documents also call the left one."""

    kind: Kind
    left: str
    right: str
    verdict: str
    source: str
    called: str = ""
    left_maker: str = ""
    right_maker: str = ""


def table() -> Iterator[Row]:
    """The rows of `data/resolution/pairs.tsv`; cells at the end of a line may be left out."""
    lines = (RESOLUTION_FOLDER / "pairs.tsv").read_text("utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield Row.model_validate(dict(zip(header, line.split("\t"), strict=False)))


ROWS = tuple(table())


def portrait(row: Row, side: str, catalogue: Catalogue | None) -> Portrait:
    """One of a pair, as it would be in a graph: under the catalogue's id when the catalogue knows the name."""
    name, maker = (row.left, row.left_maker) if side == "left" else (row.right, row.right_maker)
    makers = (maker,) if maker else ()
    called = (row.called,) if row.called and side == "left" else ()
    known = catalogue.by_name(name) if catalogue else None
    if known is not None and row.kind in (known.kind, *known.also):
        known = known.as_kind(row.kind)
        aliases = tuple(alias for alias in known.aliases if alias not in known.weak)
        return Portrait(
            id=known.id,
            kind=row.kind,
            names=(known.name, *aliases),
            called=called,
            catalogued=True,
            external_ids=known.external_ids,
            makers=makers,
        )
    return Portrait.model_validate(
        {"id": f"{row.kind.casefold()}/{side}", "kind": row.kind, "names": (name,), "called": called, "makers": makers}
    )


def verdict(row: Row, catalogue: Catalogue | None) -> str:
    """'merge', 'review' or 'apart', as a graph would have it."""
    left, right = (portrait(row, side, catalogue) for side in ("left", "right"))
    if left.id == right.id:
        return "merge"
    score = score_pair(left, right).score
    return "merge" if score >= MERGE else "review" if score >= REVIEW else "apart"


def verdicts(catalogue: Catalogue | None) -> Mapping[tuple[str, str], int]:
    """How many pairs of each right verdict got which one."""
    return Counter((row.verdict, verdict(row, catalogue)) for row in ROWS)


def told(counts: Mapping[tuple[str, str], int], verdict: str) -> str:
    """The figures of the pairs of one right verdict, as a line."""
    return f"{verdict}: " + ", ".join(f"{counts.get((verdict, got), 0)} {got}" for got in ("merge", "review", "apart"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize("with_catalogue", [True, False])
def test_wrong_and_missed_merges_are_rare(catalogue: Catalogue, with_catalogue: bool) -> None:
    counts = verdicts(catalogue if with_catalogue else None)
    wrong = counts[("different", "merge")] / sum(row.verdict == "different" for row in ROWS)
    missed = 1 - counts[("same", "merge")] / sum(row.verdict == "same" for row in ROWS)
    print("with the catalogue" if with_catalogue else "by names alone")
    print(told(counts, "same"), "-", f"missed {missed:.1%}")
    print(told(counts, "different"), "-", f"merged wrongly {wrong:.1%}")
    assert wrong < WRONG_MERGES
    assert missed < MISSED_MERGES


def test_the_table_is_as_hard_as_it_says() -> None:
    different = [row for row in ROWS if row.verdict == "different"]
    assert {row.verdict for row in ROWS} == {"same", "different"}
    assert len(ROWS) >= 300
    assert 2 * sum(row.source in TABLES for row in different) >= len(different)
    assert {row.source for row in ROWS} == {*TABLES, "law", "own"}
    for verdict in ("same", "different"):
        french = [row for row in ROWS if row.verdict == verdict and FRENCH.search(f"{row.left} {row.right}")]
        assert len(french) >= 10
    assert len({(row.kind, *sorted((row.left, row.right))) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("with_catalogue", [True, False])
def test_versions_parts_and_namesakes_are_never_merged(catalogue: Catalogue, with_catalogue: bool) -> None:
    for kind, *names in NEVER_ONE:
        for left, right in combinations(names, 2):
            makers = {"left_maker": "Google", "right_maker": "Imagen AI"} if kind == "Product" else {}
            told = {"kind": kind, "left": left, "right": right, "verdict": "different", "source": "own", **makers}
            assert verdict(Row.model_validate(told), catalogue if with_catalogue else None) != "merge"


def test_every_pair_that_the_rule_merges_is_found_by_blocking() -> None:
    lost = [
        (row.left, row.right)
        for row in ROWS
        if verdict(row, None) != "apart"
        and not candidate_pairs([portrait(row, side, None) for side in ("left", "right")])
    ]
    assert lost == []


KNOWN_TWICE = {
    ("model/dolly-2.0-12b", "model/dolly-v2-12b"),
    ("model/ideogram-2.0", "model/ideogram-v2"),
    ("model/tabpfn-2", "model/tabpfn-v2"),
}
"""Models that the catalogue has from two outside tables, under two spellings."""


def test_no_two_entities_of_the_catalogue_are_merged_by_their_names(catalogue: Catalogue) -> None:
    """Thousands of names that nobody had in mind when the weights were set."""
    portraits = {one.id: Portrait(id=one.id, kind=one.kind, names=(one.name,)) for one in catalogue.entities}
    merged = {
        (left, right)
        for left, right in candidate_pairs(portraits.values())
        if score_pair(portraits[left], portraits[right]).score >= MERGE
    }
    assert merged == KNOWN_TWICE
