"""How questions are read: what is asked, of which names, in which period; with near-misses that are not read so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ask.folding import fold, trimmed
from api.ask.forms import read_question
from api.ask.lexicon import load_question_lexicon
from api.ask.periods import take_period
from api.ask.records import Asks, Question
from graph.ontology import load_ontology

OBJECTS, SUBJECTS, WHETHER, WHEN, ABOUT = Asks.OBJECTS, Asks.SUBJECTS, Asks.WHETHER, Asks.WHEN, Asks.ABOUT

Read = tuple[Asks, str, str | None, str | None]

CASES: list[tuple[str, Read]] = [
    ("what did Meta release", (OBJECTS, "RELEASED", "Meta", None)),
    ("What has Meta launched so far?", (OBJECTS, "RELEASED", "Meta", None)),
    ("Which models did Mistral AI open-source?", (OBJECTS, "RELEASED", "Mistral AI", None)),
    ("which models were released by Google", (OBJECTS, "RELEASED", "Google", None)),
    ("Meta's latest releases", (OBJECTS, "RELEASED", "Meta", None)),
    ("what does Meta plan to release", (OBJECTS, "RELEASED", "Meta", None)),
    ("qu'a sorti Meta ?", (OBJECTS, "RELEASED", "Meta", None)),
    ("Qu’a sorti Meta ?", (OBJECTS, "RELEASED", "Meta", None)),
    ("qu'est-ce que Meta a lancé", (OBJECTS, "RELEASED", "Meta", None)),
    ("quels modèles a lancés Mistral AI", (OBJECTS, "RELEASED", "Mistral AI", None)),
    ("quels modèles Mistral AI a-t-il lancés ?", (OBJECTS, "RELEASED", "Mistral AI", None)),
    ("que prévoit de sortir Meta", (OBJECTS, "RELEASED", "Meta", None)),
    ("les dernières sorties de Meta", (OBJECTS, "RELEASED", "Meta", None)),
    ("who acquired Pollen Robotics", (SUBJECTS, "ACQUIRED", None, "Pollen Robotics")),
    ("Who bought Pollen Robotics?", (SUBJECTS, "ACQUIRED", None, "Pollen Robotics")),
    ("by whom was Wiz acquired", (SUBJECTS, "ACQUIRED", None, "Wiz")),
    ("which company was Wiz bought by", (SUBJECTS, "ACQUIRED", None, "Wiz")),
    ("qui a racheté Pollen Robotics", (SUBJECTS, "ACQUIRED", None, "Pollen Robotics")),
    ("par qui Pollen Robotics a-t-il été racheté", (SUBJECTS, "ACQUIRED", None, "Pollen Robotics")),
    ("par qui a été rachetée Pollen Robotics ?", (SUBJECTS, "ACQUIRED", None, "Pollen Robotics")),
    ("what did Hugging Face acquire", (OBJECTS, "ACQUIRED", "Hugging Face", None)),
    ("les rachats de Hugging Face", (OBJECTS, "ACQUIRED", "Hugging Face", None)),
    ("who founded Mistral AI", (SUBJECTS, "FOUNDED", None, "Mistral AI")),
    ("qui a fondé Mistral AI", (SUBJECTS, "FOUNDED", None, "Mistral AI")),
    ("who are the founders of Mistral AI", (SUBJECTS, "FOUNDED", None, "Mistral AI")),
    ("who works for OpenAI", (SUBJECTS, "WORKS_FOR", None, "OpenAI")),
    ("qui travaille chez OpenAI", (SUBJECTS, "WORKS_FOR", None, "OpenAI")),
    ("pour qui travaille Sam Altman", (OBJECTS, "WORKS_FOR", "Sam Altman", None)),
    ("who left OpenAI", (SUBJECTS, "LEFT", None, "OpenAI")),
    ("qui a quitté OpenAI", (SUBJECTS, "LEFT", None, "OpenAI")),
    ("where is Mistral AI located", (OBJECTS, "LOCATED_IN", "Mistral AI", None)),
    ("où se trouve Mistral AI ?", (OBJECTS, "LOCATED_IN", "Mistral AI", None)),
    ("when did Meta release LLaMA 4", (WHEN, "RELEASED", "Meta", "LLaMA 4")),
    ("when was PyTorch 2.7 released", (WHEN, "RELEASED", None, "PyTorch 2.7")),
    ("quand est sorti PyTorch 2.7", (WHEN, "RELEASED", None, "PyTorch 2.7")),
    ("quand Meta a-t-il lancé LLaMA 4 ?", (WHEN, "RELEASED", "Meta", "LLaMA 4")),
    ("when does the AI Act take effect", (WHEN, "EFFECTIVE_ON", "the AI Act", None)),
    ("quand a eu lieu LlamaCon", (WHEN, "HAPPENED_ON", "LlamaCon", None)),
    ("what is Mellum based on", (OBJECTS, "BASED_ON", "Mellum", None)),
    ("sur quoi est basé Mellum", (OBJECTS, "BASED_ON", "Mellum", None)),
    ("what models are based on LLaMA 4", (SUBJECTS, "BASED_ON", None, "LLaMA 4")),
    ("how much did Mistral AI raise", (OBJECTS, "RAISED", "Mistral AI", None)),
    ("combien a levé Mistral AI", (OBJECTS, "RAISED", "Mistral AI", None)),
    ("what does Shopify use", (OBJECTS, "USES", "Shopify", None)),
    ("qui utilise PyTorch", (SUBJECTS, "USES", None, "PyTorch")),
    ("has TensorFlow 3.0 been released?", (WHETHER, "RELEASED", None, "TensorFlow 3.0")),
    ("TensorFlow 3.0 est-il sorti ?", (WHETHER, "RELEASED", None, "TensorFlow 3.0")),
    ("est-ce que TensorFlow 3.0 est sorti", (WHETHER, "RELEASED", None, "TensorFlow 3.0")),
    ("is GPT-5 out", (WHETHER, "RELEASED", None, "GPT-5")),
    ("is GPT-5 out yet?", (WHETHER, "RELEASED", None, "GPT-5")),
    ("did Google acquire Wiz", (WHETHER, "ACQUIRED", "Google", "Wiz")),
    ("was Wiz acquired by Google?", (WHETHER, "ACQUIRED", "Google", "Wiz")),
    ("Google a-t-il racheté Wiz ?", (WHETHER, "ACQUIRED", "Google", "Wiz")),
    ("is LLaMA 4 available on Groq", (WHETHER, "AVAILABLE_ON", "LLaMA 4", "Groq")),
    ("who did Hugging Face partner with", (OBJECTS, "PARTNERED_WITH", "Hugging Face", None)),
    ("avec qui Hugging Face s'est-il associé", (OBJECTS, "PARTNERED_WITH", "Hugging Face", None)),
    ("who sued OpenAI", (SUBJECTS, "TOOK_ACTION_AGAINST", None, "OpenAI")),
    ("how many parameters does LLaMA 4 Scout have", (OBJECTS, "HAS_PARAMETERS", "LLaMA 4 Scout", None)),
    ("quelle est la fenêtre de contexte de LLaMA 4 Scout ?", (OBJECTS, "HAS_CONTEXT_WINDOW", "LLaMA 4 Scout", None)),
    ("sous quelle licence est publié DeepSeek-R1", (OBJECTS, "HAS_LICENSE", "DeepSeek-R1", None)),
    ("what competes with GPT-4", (SUBJECTS, "COMPETES_WITH", None, "GPT-4")),
    ("qui a adopté l'AI Act", (SUBJECTS, "ENACTED", None, "l'AI Act")),
    ("who organized the AI Action Summit", (SUBJECTS, "ORGANIZED", None, "the AI Action Summit")),
    ("qui a participé à VivaTech", (SUBJECTS, "PARTICIPATED_IN", None, "VivaTech")),
    ("what does the AI Act apply to", (OBJECTS, "APPLIES_TO", "the AI Act", None)),
    ("what replaced GPT-4", (SUBJECTS, "SUCCEEDS", None, "GPT-4")),
    ("which models outperform GPT-4o", (SUBJECTS, "OUTPERFORMS", None, "GPT-4o")),
    ("who invested in Mistral AI", (SUBJECTS, "INVESTED_IN", None, "Mistral AI")),
    ("qui a investi dans Mistral AI", (SUBJECTS, "INVESTED_IN", None, "Mistral AI")),
    ("what does PyTorch support", (OBJECTS, "SUPPORTS", "PyTorch", None)),
    ("what is Scout part of", (OBJECTS, "PART_OF", "Scout", None)),
    ("who enforces the GDPR", (SUBJECTS, "ENFORCES", None, "the GDPR")),
    ("timeline of OpenAI", (ABOUT, "", "OpenAI", None)),
    ("que sait-on de Hugging Face", (ABOUT, "", "Hugging Face", None)),
    ("que sait-on d'OpenAI ?", (ABOUT, "", "OpenAI", None)),
    ("tell me about OpenAI", (ABOUT, "", "OpenAI", None)),
    ("qui est Sam Altman", (ABOUT, "", "Sam Altman", None)),
]


def reading_of(question: Question) -> set[Read]:
    """A reading once for each predicate that it may mean."""
    return {(question.asks, name, question.subject, question.object) for name in question.predicates or ("",)}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_question_is_read(text: str, expected: Read) -> None:
    assert expected in {read for question in read_question(text) for read in reading_of(question)}


def test_every_predicate_can_be_asked_in_both_languages() -> None:
    lexicon = load_question_lexicon()
    for predicate in load_ontology().predicates:
        special = lexicon.special.get(predicate)
        verbs = lexicon.verbs.get(predicate)
        for language in ("en", "fr"):
            whole = special and any(
                getattr(special, f"{asks}_{language}") for asks in ("objects", "subjects", "when", "whether")
            )
            generic = verbs and getattr(verbs, language)
            released = predicate == "RELEASED_ON"  # asked through RELEASED
            assert whole or generic or released, (predicate, language)


@pytest.mark.parametrize(
    "text",
    ["why is the sky blue", "pourquoi le ciel est bleu", "", "?", "   ", "hello", "release", "MATCH (n) RETURN n"],
)
def test_what_is_no_question_of_ours_is_not_read(text: str) -> None:
    assert read_question(text) == []


@pytest.mark.parametrize(
    ("text", "rest", "since", "until"),
    [
        ("what did Meta release in April 2025", "what did Meta release", "2025-04-01", "2025-04-30"),
        ("qu'a sorti Meta en avril 2025", "qu'a sorti Meta", "2025-04-01", "2025-04-30"),
        ("qu'a sorti Meta le 5 avril 2025", "qu'a sorti Meta", "2025-04-05", "2025-04-05"),
        ("qu'a sorti Meta au mois d'août 2024", "qu'a sorti Meta", "2024-08-01", "2024-08-31"),
        ("what did Meta release on April 5, 2025", "what did Meta release", "2025-04-05", "2025-04-05"),
        ("what did Meta release in 2025", "what did Meta release", "2025-01-01", "2025-12-31"),
        ("what did Meta release since March 2025", "what did Meta release", "2025-03-01", None),
        ("qu'a sorti Meta depuis mars 2025", "qu'a sorti Meta", "2025-03-01", None),
        ("what did Meta release before 2025-04-05", "what did Meta release", None, "2025-04-05"),
        ("what did Meta release between April 2025 and June 2025", "what did Meta release", "2025-04-01", "2025-06-30"),
        ("qu'a sorti Meta entre avril 2025 et juin 2025", "qu'a sorti Meta", "2025-04-01", "2025-06-30"),
        ("what did Meta release in Q2 2025", "what did Meta release", "2025-04-01", "2025-06-30"),
        ("qu'a sorti Meta fin avril 2025", "qu'a sorti Meta", "2025-04-21", "2025-04-30"),
        ("in April 2025, what did Meta release", "what did Meta release", "2025-04-01", "2025-04-30"),
        # The month told last, counted back from 2025-05-31.
        ("what did Meta release in April", "what did Meta release", "2025-04-01", "2025-04-30"),
        ("what did Meta release in December", "what did Meta release", "2024-12-01", "2024-12-31"),
        # Near-misses: numbers of names, and what is in no calendar.
        ("what is Stanford AI Index 2025", "what is Stanford AI Index 2025", None, None),
        ("has TensorFlow 3.0 been released", "has TensorFlow 3.0 been released", None, None),
        ("what is in GPT-4", "what is in GPT-4", None, None),
        ("what did Meta release on 31 April 2025", "what did Meta release on 31 April 2025", None, None),
        ("who works for Mistral", "who works for Mistral", None, None),
    ],
)
def test_a_period_is_taken_out_of_a_question(text: str, rest: str, since: str | None, until: str | None) -> None:
    question, period = take_period(text, today="2025-05-31")
    assert (question, period.since, period.until) == (rest, since, until)


def test_a_month_without_a_year_needs_a_day_to_count_from() -> None:
    assert take_period("what did Meta release in April")[1].since is None


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("abé '?!«»-.,\u00a0’ what did qui a sorti"), max_size=60))
def test_any_text_is_read_or_not_but_never_fails(text: str) -> None:
    trimmed(text)
    for question in read_question(text):
        assert question.asks is Asks.ABOUT or question.predicates
