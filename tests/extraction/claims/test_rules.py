"""The name of a rule leads to its file, its entry and its example."""

import tomllib

import pytest

from extraction.claims.rules import RuleSort, find_rule
from extraction.claims.triggers import load_triggers
from graph.errors import InvalidTrigger
from graph.settings import DATA_FOLDER, ROOT


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_trigger_is_found_again_in_its_file(language: str) -> None:
    index = load_triggers(language)
    verbs = {entry.rule for entries in index.verbs.values() for entry in entries}
    nouns = {entry.rule for entries in index.nouns.values() for entry in entries}
    names = verbs | nouns | {item.rule for item in index.between}
    files = {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in (DATA_FOLDER / "triggers" / language).glob("[A-Z]*.toml")
    }
    assert len(names) > 500
    for name in names:
        rule = find_rule(name)
        entry = files[name.split("/")[1]][rule.sort][rule.entry]
        assert (ROOT / rule.place).is_file()
        assert (rule.example, rule.counter) == (entry["example"], entry.get("counter", ""))
        assert rule.words == entry["pattern"] if rule.sort is RuleSort.BETWEEN else rule.words in entry["words"]


@pytest.mark.parametrize(
    "name", ["possessive", "attribute", "event-date", "effect-date", "family-name", "nationality", "maker-before-name"]
)
def test_rules_that_are_code_say_where_and_what(name: str) -> None:
    rule = find_rule(name)
    assert (rule.sort, rule.entry) == (RuleSort.BUILT_IN, None)
    assert rule.meaning and (ROOT / rule.place).is_file()


def test_what_follows_from_a_rule_says_how() -> None:
    name = "fr/RELEASED/verb/0/lancer"
    direct, family, partner = (find_rule(name + mark) for mark in ("", "+family", "+partner"))
    assert {direct.place, family.place, partner.place} == {"data/triggers/fr/RELEASED.toml"}
    assert (direct.step, family.name) == ("", f"{name}+family")
    assert family.step and partner.step and family.step != partner.step


@pytest.mark.parametrize(
    "name",
    [
        "fr/RELEASED/verb/9999/lancer",
        "fr/RELEASED/verb/-1/lancer",
        "fr/RELEASED/verb",
        "fr/RELEASED/adjective/0/lancer",
        "fr/NOTHING/verb/0/lancer",
        "de/RELEASED/verb/0/lancer",
        "possessives",
        "",
    ],
)
def test_a_name_that_no_rule_has_is_refused(name: str) -> None:
    with pytest.raises(InvalidTrigger):
        find_rule(name)
