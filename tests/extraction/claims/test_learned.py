"""What the network adds to the triggers, and what it leaves: whole texts, read with the network that is shipped."""

from pathlib import Path

import numpy
import pytest

from extraction.claims.learned import evened, listed_together
from extraction.claims.pairs import pairs
from extraction.network import Network, chances_of, load_network
from extraction.pipeline import Extractor
from extraction.readers import read_digest
from graph.errors import InvalidDeclaration
from tests.extraction.claims.examples import clause_of

Triples = set[tuple[str, str, str]]
CASES: list[tuple[str, str, Triples]] = [
    ("en", "Kordan-8B now sits in the model menu of Cursor.", {("Kordan-8B", "AVAILABLE_ON", "Cursor")}),
    ("en", "Kordan-8B has nothing to do with Cursor, says its author.", set()),
    ("en", "At Moderna, lawyers draft everything in Claude.", {("Moderna", "USES", "Claude")}),
    ("en", "Moderna's lawyers wrote to the makers of Claude.", set()),
    ("fr", "Kordan-8B est né d'un Qwen3 retaillé.", {("Kordan-8B", "BASED_ON", "Qwen 3")}),
    ("en", "OpenAI and Google both sent people to the hearing.", set()),
    ("en", "Anthropic was on every slide, Nvidia on every badge.", set()),
    ("fr", "Google et Meta regardaient ailleurs pendant que Bruxelles discutait.", set()),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_network_reads_what_no_trigger_does(
    extractor: Extractor, language: str, text: str, expected: Triples
) -> None:
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language=language))
    names = [entity.name for entity in read.entities]
    found = {
        (names[claim.subject.entity], claim.predicate, names[claim.object.entity])
        for claim in read.claims
        if claim.rule.endswith("/learned") and claim.object is not None
    }
    assert found == expected


def test_the_network_drops_what_is_read_of_the_wrong_name(extractor: Extractor) -> None:
    text = "Borel Labs: Tarn-9B, distilled from DeepSeek-R1, Apache 2.0, beats Qwen2.5-32B on MATH-500."
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language="en"))
    names = [entity.name for entity in read.entities]
    found = {
        (names[one.subject.entity], one.predicate, names[one.object.entity] if one.object else one.value)
        for one in read.claims
    }
    assert {one for one in found if one[0] != "Borel Labs"} == {
        ("Tarn-9B", "BASED_ON", "DeepSeek-R1"),
        ("Tarn-9B", "HAS_LICENSE", "Apache-2.0"),
        ("Tarn-9B", "OUTPERFORMS", "Qwen2.5-32B"),
    }


def test_a_verb_close_to_its_names_is_not_doubted(extractor: Extractor) -> None:
    text = "26 mars 2025\n\nMeta sort Llama 4.\n\n9 avril 2025\n\nGoogle sort Veo 3."
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language="fr"))
    assert {claim.date.edtf for claim in read.claims if claim.predicate == "RELEASED" and claim.date} == {
        "2025-03-26",
        "2025-04-09",
    }


def test_a_member_of_a_list_is_lifted_by_the_others_and_never_lowered() -> None:
    chances = numpy.array([[0.98], [0.98], [0.6], [0.6]], dtype=numpy.float32)
    odds = numpy.log(chances / (1 - chances))
    first, second, lifted, alone = chances_of(evened(odds, [[0, 1, 2]]))[:, 0]
    assert first == pytest.approx(0.98) and second == pytest.approx(0.98)
    assert 0.6 < lifted < 0.98
    assert alone == pytest.approx(0.6)


def test_pairs_that_differ_by_a_member_of_a_list_belong_together() -> None:
    clause, _ = clause_of("[Product A1], [Product B2] and [Product C3] run on [Product D4]; [Product E5] too.", "en")
    asked = list(pairs(clause))
    told = {
        frozenset((asked[number].left.surface, asked[number].right.surface) for number in numbers)
        for numbers in listed_together(clause, asked)
    }
    assert frozenset({("A1", "D4"), ("B2", "D4"), ("C3", "D4")}) in told
    assert not any(("D4", "E5") in one for one in told)


def test_a_folder_without_a_network_has_none(tmp_path: Path) -> None:
    assert load_network(tmp_path) is None


def test_a_broken_network_is_refused_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "network.json").write_text("{}", "utf-8")
    with pytest.raises(InvalidDeclaration, match=tmp_path.name):
        Network(tmp_path)
