import pytest

from extraction.mentions.forms import (
    acronym_after,
    first_name_of,
    initials,
    key_of,
    longer_names,
    stands_for,
    surname_of,
    undated,
)

ACRONYMS = [
    ("ADK", "Agent Development Kit", True),
    ("MCP", "Model Context Protocol", True),
    ("SD3", "Stable Diffusion 3", True),
    ("UTS", "University of Technology Sydney", True),
    ("ESA", "Agence spatiale européenne", False),
    ("A2A", "Agent2Agent", True),
    ("API", "Agent Development Kit", False),
    ("RAG", "Mistral Large", False),
    ("AI", "Stability", False),
]


@pytest.mark.parametrize(("short", "full", "expected"), ACRONYMS)
def test_acronym_stands_for_a_name(short: str, full: str, expected: bool) -> None:
    assert stands_for(short, full) is expected


BRACKETS = [
    ("Agent Development Kit (ADK) est", "Agent Development Kit", "ADK"),
    ("Agent Development Kit [ADK] est", "Agent Development Kit", "ADK"),
    ("Agent Development Kit (en bêta)", "Agent Development Kit", None),
    ("Agent Development Kit, ADK", "Agent Development Kit", None),
]


@pytest.mark.parametrize(("text", "name", "acronym"), BRACKETS)
def test_acronym_in_brackets(text: str, name: str, acronym: str | None) -> None:
    span = acronym_after(text, text.index(name) + len(name))
    assert (text[slice(*span)] if span else None) == acronym


SHORT_FORMS = [
    ("Pollen", ["Pollen Robotics", "Hugging Face"], ["Pollen Robotics"]),
    ("Scout", ["Llama 4 Scout", "Llama 4"], []),
    ("V3", ["DeepSeek-V3"], ["DeepSeek-V3"]),
    ("V3", ["DeepSeek-V31", "DeepSeek-R1"], []),
    ("GPT", ["GPT-4"], []),
    ("Face", ["Hugging Facebook"], []),
]


@pytest.mark.parametrize(("short", "names", "expected"), SHORT_FORMS)
def test_longer_names_of_a_short_form(short: str, names: list[str], expected: list[str]) -> None:
    assert longer_names(short, names) == expected


def test_surname_leads_to_the_only_person_who_bears_it() -> None:
    persons = {"Sam Altman": 1, "Jack Altman": 2, "Yann LeCun": 3}
    assert surname_of("LeCun", persons) == "Yann LeCun"
    assert surname_of("Altman", persons) is None
    assert surname_of("Cun", persons) is None


@pytest.mark.parametrize(
    ("name", "expected"), [("WWDC 2025", "WWDC"), ("Next '25", "Next"), ("GPT-4", "GPT-4"), ("ICLR", "ICLR")]
)
def test_edition_without_its_year(name: str, expected: str) -> None:
    assert undated(name) == expected


INITIALS = [("TensorFlow", "TF"), ("Hugging Face", "HF"), ("GPT-4", ""), ("scikit-learn", ""), ("Bank of Zorg", "")]


@pytest.mark.parametrize(("name", "expected"), INITIALS)
def test_initials_of_a_name(name: str, expected: str) -> None:
    assert initials(name) == expected


FIRST_NAMES = [("Clem", "Clément Delangue"), ("Clément", "Clément Delangue"), ("Cle", None), ("Sam", None)]


@pytest.mark.parametrize(("short", "full"), FIRST_NAMES)
def test_first_name_leads_to_the_only_person_who_bears_it(short: str, full: str | None) -> None:
    assert first_name_of(short, {"Clément Delangue": 1, "Sam Altman": 2, "Sam Zorg": 3}) == full


KEYS = [("Open AI", "OpenAI", True), ("Zorg Inc.", "Zorg", True), ("GPT-4", "GPT-4o", False)]


@pytest.mark.parametrize(("left", "right", "same"), KEYS)
def test_key_is_shared_by_spellings_only(left: str, right: str, same: bool) -> None:
    assert (key_of(left) == key_of(right)) is same
