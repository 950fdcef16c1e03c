"""What the network tells of unknown names: that they are names, and of what kind, by what stands around them."""

import pytest

from extraction.mentions import find_names
from extraction.network import load_network, windows
from extraction.readers import read_digest
from extraction.sentences import split_sentences


def chances(language: str, text: str, name: str) -> dict[str, float]:
    """The network's chance of each kind for a part of a text; "" is for none."""
    network = load_network()
    assert network is not None
    digest = read_digest(text.encode(), source="a.md", language=language)
    sentences = split_sentences(digest)
    window = windows(digest.text, sentences, [], [], network.tokenizer, network.kinds)[sentences[0].position]
    start = digest.text.index(name)
    (row,) = network.kind_chances(network.encode(window), [window.pieces(start, start + len(name))])
    return dict(zip([*list(network.kinds)[:-1], ""], map(float, row), strict=True))


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Yelva, a startup from Porto, raised $4 million in seed funding.", "Yelva", "Organization"),
        ("fr", "La jeune pousse lyonnaise Yelva lève 4 millions d'euros.", "Yelva", "Organization"),
        ("en", "We fine-tuned Kordan-8B on two million dialogues.", "Kordan-8B", "Model"),
        ("fr", "Selon Ilse Vandamme, professeure à Gand, rien ne presse.", "Ilse Vandamme", "Person"),
        ("en", "Nobody knows When the next round will close.", "When", ""),
    ],
)
def test_what_stands_around_a_form_tells_its_kind(language: str, text: str, name: str, kind: str) -> None:
    found = chances(language, text, name)
    assert max(found, key=lambda one: found[one]) == kind


def kinds(language: str, text: str) -> dict[str, str]:
    digest = read_digest(text.encode(), source="a.md", language=language)
    return {entity.name: entity.kind for entity in find_names(digest, split_sentences(digest))[0]}


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "GitHub has laid off a tenth of its staff and named a new finance chief.", "GitHub", "Organization"),
        ("en", "We host the code on GitHub, where anyone can open an issue.", "GitHub", "Product"),
        ("fr", "Perplexity a levé 500 millions de dollars auprès de SoftBank.", "Perplexity", "Organization"),
        ("fr", "J'ai cherché avec Perplexity puis avec Le Chat, sans succès.", "Perplexity", "Product"),
        ("en", "Canva says it will hire 200 engineers in Sydney this year.", "Canva", "Organization"),
        ("en", "I made the slides in Canva and exported them as a file.", "Canva", "Product"),
        ("en", "Hugging Face hosts the weights, and you can download them there.", "Hugging Face", "Organization"),
    ],
)
def test_a_name_of_two_things_is_the_one_that_the_sentence_means(
    language: str, text: str, name: str, kind: str
) -> None:
    assert kinds(language, text)[name] == kind


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "L'équipe a ajouté parquet-java et nest_asyncio aux dépendances.", {"parquet-java", "nest_asyncio"}),
        ("fr", "L'équipe a ajouté une mise-à-jour et un sous-dossier aux dépendances.", set()),
        ("fr", "L'équipe a ajouté notes.json et r/ZorgLab aux dépendances.", set()),
    ],
)
def test_names_that_no_rule_sees_are_found_where_the_network_is_sure(language: str, text: str, names: set[str]) -> None:
    assert set(kinds(language, text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They compared LangChain Fleet with ElevenLabs Reader.", {"LangChain Fleet", "ElevenLabs Reader"}),
        ("They compared LangChain with ElevenLabs.", {"LangChain", "ElevenLabs"}),
        (
            "Google UCP and OpenAI MCP are two protocols for shops.",
            {"Google", "Universal Commerce Protocol", "OpenAI", "MCP"},
        ),
    ],
)
def test_a_known_name_may_be_but_a_part_of_one(text: str, names: set[str]) -> None:
    assert set(kinds("en", text)) == names


def test_the_same_text_gives_the_same_names() -> None:
    text = "Yelva, a startup from Porto, has shipped Kordan-8B. Kordan-8B runs on a laptop."
    digest = read_digest(text.encode(), source="a.md", language="en")
    once, again = (find_names(digest, split_sentences(digest)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        ("en", "Stability AI has collaborated with Arm to shrink a model.", {"Stability AI", "Arm"}),
        ("en", "Arm yourself with patience before you deploy it.", set()),
        ("en", "Notion launched a calendar.", {"Notion"}),
        ("en", "Notion of privacy changes with every release.", set()),
        ("fr", "Orange lance un assistant vocal.", {"Orange"}),
    ],
)
def test_what_stands_around_a_common_word_tells_whether_it_names(language: str, text: str, known: set[str]) -> None:
    assert set(kinds(language, text)) == known
