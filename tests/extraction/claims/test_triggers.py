"""Every trigger reads its own example, and not its counter-example: the data is tested as code is."""

import pytest

from extraction.claims.triggers import TriggerFile, load_triggers
from graph.ontology import load_ontology
from tests.extraction.claims.examples import read

pytestmark = pytest.mark.slow


def _cases(which: str) -> list[tuple[str, str, str, str]]:
    cases = []
    for language in ("fr", "en"):
        for file in load_triggers(language).files:
            for sort, triggers in (("verb", file.verb), ("noun", file.noun), ("between", file.between)):
                for number, trigger in enumerate(triggers):
                    text = getattr(trigger, which)
                    if text:
                        cases.append((language, file.predicate, f"{language}/{file.predicate}/{sort}/{number}", text))
    return cases


@pytest.mark.parametrize(("language", "predicate", "rule", "text"), _cases("example"))
def test_a_trigger_reads_its_example(language: str, predicate: str, rule: str, text: str) -> None:
    assert any(claim.rule.startswith(rule) for claim in read(text, language))


@pytest.mark.parametrize(("language", "predicate", "rule", "text"), _cases("counter"))
def test_a_trigger_leaves_its_counter_example_alone(language: str, predicate: str, rule: str, text: str) -> None:
    assert predicate not in {claim.predicate for claim in read(text, language)}


def test_every_predicate_has_triggers_in_both_languages_but_the_described_ones() -> None:
    described = {"HAS_PARAMETERS", "HAS_CONTEXT_WINDOW", "HAS_LICENSE"}  # read from literals, not from triggers
    wanted = set(load_ontology().predicates) - described
    covered = {language: _predicates(load_triggers(language).files) for language in ("fr", "en")}
    assert covered == {"fr": wanted, "en": wanted}


def _predicates(files: tuple[TriggerFile, ...]) -> set[str]:
    return {file.predicate for file in files}
