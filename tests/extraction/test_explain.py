"""What `explain` says of the claims of a small digest, on the real pipeline."""

import pytest

from extraction.explain import (
    DateSource,
    Explanation,
    How,
    Part,
    Telling,
    ToldBy,
    Words,
    explain,
    find_explanations,
)
from extraction.pipeline import Reading, load_extractor, to_extraction
from extraction.readers import read_digest

pytestmark = pytest.mark.slow
ORIGINAL = """# The week in AI, 30 April 2025

## Meta releases Llama 4

On 5 April, Meta released **Llama 4**. The company acquired Manus.

## Deals

- Waymo, a subsidiary of Alphabet, grows.
- Apple could buy Mistral AI.
- Nvidia will acquire **Gretel**.
- OpenAI did not acquire Character.AI.
- AMD acquires Silo AI on 3 June 2025.
- Mistral Small 3 has 24 billion parameters.
"""
Triple = tuple[str, str, str]
LLAMA = ("Meta", "RELEASED", "Llama 4")
MANUS = ("Meta", "ACQUIRED", "Manus")
WAYMO = ("Waymo", "PART_OF", "Alphabet")
MISTRAL = ("Apple", "ACQUIRED", "Mistral AI")
GRETEL = ("Nvidia", "ACQUIRED", "Gretel")
CHARACTER = ("OpenAI", "ACQUIRED", "Character.AI")
SILO = ("AMD", "ACQUIRED", "Silo AI")
SMALL = ("Mistral Small 3", "HAS_PARAMETERS", "24B")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return load_extractor().read(read_digest(ORIGINAL.encode(), source="week.md"))


@pytest.fixture(scope="module")
def explained(reading: Reading) -> dict[Triple, Explanation]:
    return {(one.subject, one.predicate, one.object): one for one in explain(reading)}


def last(explanation: Explanation) -> Telling:
    return explanation.tellings[-1]


def test_every_claim_is_explained_under_its_id(reading: Reading) -> None:
    extraction = to_extraction(reading, source="week.md")
    assert [one.claim_id for one in explain(reading)] == [claim.id for claim in extraction.claims]


@pytest.mark.parametrize(
    ("triple", "marks"),
    [
        (LLAMA, {("subject", "Meta"), ("trigger", "released"), ("object", "Llama 4"), ("date", "On 5 April")}),
        (MANUS, {("subject", "The company"), ("trigger", "acquired"), ("object", "Manus")}),
        (WAYMO, {("subject", "Waymo"), ("trigger", ", a subsidiary of"), ("object", "Alphabet")}),
        (MISTRAL, {("subject", "Apple"), ("trigger", "could buy"), ("cue", "could"), ("object", "Mistral AI")}),
        (SMALL, {("subject", "Mistral Small 3"), ("trigger", "24 billion parameters")}),
    ],
)
def test_the_words_that_decided_are_marked(
    explained: dict[Triple, Explanation], triple: Triple, marks: set[tuple[str, str]]
) -> None:
    telling = last(explained[triple])
    assert {(mark.part.value, telling.sentence[mark.start : mark.end]) for mark in telling.marks} == marks


def test_a_claim_told_twice_has_two_tellings_in_reading_order(explained: dict[Triple, Explanation]) -> None:
    headline, body = explained[LLAMA].tellings
    assert (headline.sentence, headline.date) == ("Meta releases Llama 4", "2025-04-05")
    assert (body.date, body.date_source) == ("2025-04-05", DateSource.SENTENCE)
    assert explained[LLAMA].date == "2025-04-05"


@pytest.mark.parametrize(
    ("triple", "rule"),
    [
        (LLAMA, "en/RELEASED/verb/0/release"),
        (MISTRAL, "en/ACQUIRED/verb/0/buy"),
        (SMALL, "attribute"),
    ],
)
def test_the_rule_is_named_with_its_place(explained: dict[Triple, Explanation], triple: Triple, rule: str) -> None:
    told = last(explained[triple]).rule
    assert told.name == rule
    assert told.place.startswith("data/triggers/en/" if "/" in rule else "extraction/")


def test_a_name_is_told_from_words_that_stand_for_one(explained: dict[Triple, Explanation]) -> None:
    named, meant = last(explained[LLAMA]).subject, last(explained[MANUS]).subject
    assert (named.how, named.words and named.words.text, named.named) == (How.NAME, "Meta", None)
    assert (meant.how, meant.words and meant.words.text) == (How.REFERENCE, "The company")
    assert (meant.name, meant.named and meant.named.text) == ("Meta", "Meta")


def test_who_an_item_is_about_is_no_word_of_the_sentence() -> None:
    text = "# News\n\n## Mistral AI\n\nReleased Mistral Small 3 on Monday.\n"
    reading = load_extractor().read(read_digest(text.encode(), source="news.md", language="en"))
    (released,) = (one for one in explain(reading) if one.predicate == "RELEASED")
    subject = last(released).subject
    assert (subject.name, subject.how, subject.words) == ("Mistral AI", How.TOPIC, None)
    assert all(mark.part is not Part.SUBJECT for mark in last(released).marks)


@pytest.mark.parametrize(
    ("triple", "told_by", "cue"),
    [
        (LLAMA, ToldBy.NOTHING, None),
        (MISTRAL, ToldBy.CUE, "could"),
        (GRETEL, ToldBy.CUE, "will"),
        (CHARACTER, ToldBy.CUE, "did not"),
        (SILO, ToldBy.DATE, None),
    ],
)
def test_what_decided_the_factuality(
    explained: dict[Triple, Explanation], triple: Triple, told_by: ToldBy, cue: str | None
) -> None:
    telling = last(explained[triple])
    assert (telling.told_by, telling.cue_words.text if telling.cue_words else None) == (told_by, cue)


@pytest.mark.parametrize(
    ("triple", "source", "words"),
    [
        (LLAMA, DateSource.SENTENCE, "On 5 April"),
        (SILO, DateSource.SENTENCE, "on 3 June 2025"),
        (MISTRAL, DateSource.UNTOLD, None),
        (WAYMO, DateSource.STATE, None),
    ],
)
def test_where_the_date_was_told(
    explained: dict[Triple, Explanation], triple: Triple, source: DateSource, words: str | None
) -> None:
    telling = last(explained[triple])
    assert (telling.date_source, telling.date_words.text if telling.date_words else None) == (source, words)


def test_a_date_may_come_from_an_earlier_sentence_of_the_item() -> None:
    text = (
        "# Veille IA, 30 avril 2025\n\n## Mistral AI\n\nEn avril, Mistral AI a lancé Le Chat. Meta a racheté Manus.\n"
    )
    reading = load_extractor().read(read_digest(text.encode(), source="veille.md", language="fr"))
    (deal,) = (one for one in explain(reading) if one.predicate == "ACQUIRED")
    assert (last(deal).date, last(deal).date_source) == ("2025-04", DateSource.FRAME)
    assert last(deal).date_words == Words(text="En avril", start_char=43, end_char=51)
    assert all(mark.part is not Part.DATE for mark in last(deal).marks)


def test_words_are_where_they_say_in_the_original(explained: dict[Triple, Explanation]) -> None:
    seen = set()
    for explanation in explained.values():
        for telling in explanation.tellings:
            ends = [end for end in (telling.subject, telling.object) if end is not None]
            words = [telling.trigger, telling.cue_words, telling.date_words]
            for one in [*words, *(end.words for end in ends), *(end.named for end in ends)]:
                if one is not None:
                    assert ORIGINAL[one.start_char : one.end_char] == one.text
                    seen.add(one.text)
    assert {"Gretel", "Llama 4", "could", "On 5 April", "The company"} <= seen


def test_explanations_are_found_by_claim_and_by_rule(explained: dict[Triple, Explanation]) -> None:
    everything = tuple(explained.values())
    wanted = explained[GRETEL]
    assert find_explanations(everything, claim=wanted.claim_id) == (wanted,)
    assert find_explanations(everything, claim=wanted.claim_id, rule="en/RELEASED") == ()
    assert find_explanations(everything, claim="") == ()
    released = find_explanations(everything, rule="en/RELEASED/verb")
    assert {one.predicate for one in released} == {"RELEASED"}
    assert find_explanations(everything) == everything
