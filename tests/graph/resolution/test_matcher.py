"""One feature at a time: what it says, in words, and what only looks like it."""

import pytest

from graph.resolution.matcher import MERGE, NAMES, REVIEW, SIGNS, WEIGHTS, score_pair
from graph.resolution.records import Match, Neighbour, Portrait


def portrait(kind: str, name: str, slug: str, **fields: object) -> Portrait:
    """An entity by its name; other fields as in the record."""
    values = {"id": f"{kind.casefold()}/{slug}", "kind": kind, "names": (name,), **fields}
    return Portrait.model_validate(values)


def compared(kind: str, left: str, right: str) -> Match:
    """The match of two names."""
    return score_pair(portrait(kind, left, "left"), portrait(kind, right, "right"))


def features(match: Match) -> list[str]:
    return [one.feature for one in match.explanations]


@pytest.mark.parametrize(
    ("kind", "left", "right", "feature"),
    [
        ("Organization", "Open AI", "OpenAI", "same_name"),
        ("Model", "claude-3-7-sonnet", "Claude 3.7 Sonnet", "same_name"),
        ("Person", "Jürgen Schmidhuber", "Juergen Schmidhuber", "same_name"),
        ("Organization", "Nestlé S.A.", "Nestlé", "without_form"),
        ("Person", "M. Arthur Mensch", "Arthur Mensch", "without_form"),
        ("Model", "Claude Sonnet 4", "Claude 4 Sonnet", "other_order"),
        ("Organization", "Agence spatiale européenne", "European Space Agency", "spelled_out"),
        ("Organization", "Anthropic", "Antropic", "slip"),
        ("Organization", "Zhejiang Lab", "Zhijiang Lab", "near_spelling"),
        ("Organization", "International Energy Agency", "IEA", "acronym"),
        ("Person", "S. Altman", "Sam Altman", "initials_of_person"),
        ("Organization", "Mistral", "Mistral AI", "loose_word"),
        ("Organization", "Acme Widgets", "Acme Gadgets", "shared_words"),
    ],
)
def test_what_names_say(kind: str, left: str, right: str, feature: str) -> None:
    assert features(compared(kind, left, right)) == [feature]


@pytest.mark.parametrize(
    ("kind", "left", "right", "signs"),
    [
        ("Model", "GPT-4", "GPT-4o", {"other_versions"}),
        ("Model", "Llama 3 70B", "Llama 3 7B", {"other_versions"}),
        ("Model", "Qwen2 57B", "Qwen257B", {"other_versions"}),
        ("Event", "NeurIPS", "NeurIPS 2025", {"other_versions"}),
        ("Organization", "Google", "Google Cloud", {"qualified"}),
        ("Product", "ChatGPT", "ChatGPT Pro", set()),
    ],
)
def test_what_speaks_against(kind: str, left: str, right: str, signs: set[str]) -> None:
    match = compared(kind, left, right)
    assert match.score < REVIEW
    assert signs <= set(features(match))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("Product", "Le Chat", "Chat"),
        ("Model", "Q*", "Q"),
        ("Model", "Command R", "Command R+"),
        ("Organization", "York University", "University of York"),
        ("Model", "VideoLLaMA", "VideoLLaVA"),
        ("Organization", "Synthesia", "Synthesis"),
        ("Person", "Mark Johnson", "Mark Johnston"),
        ("Model", "SV3D", "Stable Video 3D"),
        ("Organization", "KT", "Kuaishou Technology"),
    ],
)
def test_what_only_looks_the_same_is_not_merged(kind: str, left: str, right: str) -> None:
    assert compared(kind, left, right).score < MERGE


def test_the_order_of_two_does_not_matter() -> None:
    left, right = portrait("Organization", "Acme Inc", "acme-inc"), portrait("Organization", "ACME", "acme")
    assert score_pair(left, right) == score_pair(right, left)
    assert score_pair(left, right).left_id == "organization/acme"


@pytest.mark.parametrize(
    ("left", "right", "feature"),
    [
        ({"catalogued": True}, {"catalogued": True}, "both_catalogued"),
        ({"external_ids": ("wikidata:Q1",)}, {"external_ids": ("wikidata:Q2",)}, "other_outside_ids"),
    ],
)
def test_a_veto_takes_all(left: dict[str, object], right: dict[str, object], feature: str) -> None:
    match = score_pair(portrait("Model", "Nova 1", "a", **left), portrait("Model", "NOVA-1", "b", **right))
    assert (match.score, features(match)[-1]) == (0.0, feature)


@pytest.mark.parametrize(
    ("left", "right", "asked"),
    [
        ("Model", "Product", True),
        ("Framework", "Model", True),
        ("Hardware", "Product", True),
        ("Organization", "Product", False),
        ("Hardware", "Model", False),
        ("Person", "Organization", False),
    ],
)
def test_one_name_of_two_kinds_is_asked_about_where_texts_confuse_them(left: str, right: str, asked: bool) -> None:
    match = score_pair(portrait(left, "Nova", "nova"), portrait(right, "NOVA", "nova"))
    assert (match.score >= REVIEW) is asked
    assert match.score < MERGE
    assert features(match)[-1] == "other_kinds"


def test_no_sign_makes_a_certainty_of_two_kinds() -> None:
    told = frozenset(
        {Neighbour.model_validate({"predicate": "RELEASED", "role": "object", "other_id": "organization/a"})}
    )
    sides = [portrait(kind, "Nova", "nova", makers=("A",), neighbours=told) for kind in ("Model", "Product")]
    assert REVIEW <= score_pair(*sides).score < MERGE
    other = sides[1].model_copy(update={"makers": ("B",), "neighbours": frozenset()})
    assert score_pair(sides[0], other).score < REVIEW


def test_the_catalogue_gives_one_thing_two_kinds_but_no_two_things_one() -> None:
    kinds = [portrait(kind, "Nova", "nova", catalogued=True) for kind in ("Model", "Product")]
    assert REVIEW <= score_pair(*kinds).score < MERGE
    assert score_pair(portrait("Model", "Nova", "a", catalogued=True), kinds[0]).score == 0.0


def test_an_outside_id_in_common_suffices() -> None:
    ids = ("wikidata:Q458",)
    left = portrait("Place", "Union européenne", "ue", external_ids=ids)
    right = portrait("Place", "European Union", "eu", external_ids=ids)
    assert score_pair(left, right).score == 1.0


def test_an_acronym_that_documents_use_for_the_full_name_is_certain() -> None:
    full = portrait("Organization", "International Energy Agency", "full", called=("IEA",))
    short = portrait("Organization", "IEA", "iea")
    assert score_pair(full, short).score >= MERGE
    assert REVIEW <= compared("Organization", "International Energy Agency", "IEA").score < MERGE


def test_makers_tell_namesakes_apart_and_explain_a_name_before_another() -> None:
    one, other = (portrait("Model", name, name, makers=(maker,)) for name, maker in (("Nova-1", "A"), ("NOVA 1", "B")))
    assert REVIEW <= score_pair(one, other).score < MERGE
    long = portrait("Model", "Meta Llama 3", "long")
    assert score_pair(long, portrait("Model", "Llama 3", "short", makers=("Meta",))).score >= MERGE
    assert score_pair(long, portrait("Model", "Llama 3", "short")).score < REVIEW
    v3 = portrait("Model", "Meta V3", "long", makers=("Meta",))
    for makers, certain in ((("Meta",), True), ((), False), (("Meta", "Suno"), False)):
        assert (score_pair(v3, portrait("Model", "V3", "short", makers=makers)).score >= MERGE) is certain


def test_neighbours_speak_for_and_against() -> None:
    def at(other: str, role: str = "subject") -> Neighbour:
        return Neighbour.model_validate({"predicate": "WORKS_FOR", "role": role, "other_id": other})

    shared = frozenset({at("organization/a"), at("organization/b")})
    left = portrait("Person", "Geoffrey E. Hinton", "a", neighbours=shared)
    right = portrait("Person", "Geoffrey Hinton", "b", neighbours=shared)
    assert score_pair(left, right).score == 0.95
    assert score_pair(left, right.model_copy(update={"neighbours": frozenset()})).score == 0.85
    told = portrait("Person", "Geoffrey Hinton", "b", neighbours=frozenset({at("person/a")}))
    stranger = portrait("Person", "Geoffrey Hinton Jr", "a", neighbours=frozenset({at("person/b", "object")}))
    assert score_pair(stranger, told).score == 0.0


def test_a_score_says_why_in_words() -> None:
    match = compared("Organization", "OpenAI, Inc.", "OpenAI")
    assert match.reason == "the names are equal without legal form, title or article (+0.96)"
    assert (match.left_name, match.right_name, match.score) == ("OpenAI, Inc.", "OpenAI", 0.96)


def test_every_feature_has_a_weight() -> None:
    features = {feature.__name__ for feature in (*NAMES, *SIGNS)} | {"same_outside_id"}
    assert features == set(WEIGHTS)
    assert all(WEIGHTS[feature.__name__] > 0 for feature in NAMES)
