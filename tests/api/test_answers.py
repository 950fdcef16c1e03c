"""Answers from the sample graph: facts as facts, everything else marked, in the language of the question."""

import pytest

from api.ask import answer_question
from api.cli.ask import answer_text
from graph.errors import UnreadableQuestion
from graph.store import Store


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "what did Meta release",
            "Meta released: LLaMA 4 Maverick, LLaMA 4 Scout; planned, not told as done: LLaMA 4 Behemoth.",
        ),
        (
            "qu'a sorti Meta ?",
            "Meta a sorti : LLaMA 4 Maverick, LLaMA 4 Scout; prévu, pas encore fait : LLaMA 4 Behemoth.",
        ),
        ("what did META release in may 2025", "No document says that Meta released anything in that period."),
        ("which products did Mistral AI launch?", "Mistral AI released: Le Chat Enterprise."),
        ("quels modèles a lancés Mistral AI", "Mistral AI a sorti : Mistral Medium 3."),
        ("who acquired Pollen Robotics", "Pollen Robotics acquired by: Hugging Face."),
        ("qui a racheté la startup Pollen Robotics ?", "Pollen Robotics acquis par : Hugging Face."),
        ("who founded Mistral AI", "Mistral AI founded by: Arthur Mensch."),
        ("where is Mistral AI located", "Mistral AI is located in: Paris."),
        ("how much did Mistral AI raise", "Mistral AI raised: 600 M€."),
        ("what is Mellum based on", "Mellum is based on: LLaMA 4 Scout."),
        ("when did Meta release LLaMA 4 Scout", "LLaMA 4 Scout: 5 April 2025."),
        ("quand est sorti PyTorch 2.7 ?", "PyTorch 2.7 : 23 avril 2025."),
        ("when was LLaMA 4 Behemoth released", "LLaMA 4 Behemoth: undated (planned, not told as done)."),
        ("has TensorFlow 3.0 been released?", "No: it is denied."),
        ("TensorFlow 3.0 est-il sorti ?", "Non : c'est nié."),
        ("is GPT-5 out", "Not as a fact: it is only speculated."),
        ("is LLaMA 4 Behemoth out yet", "Not yet: it is only planned, not told as done."),
        ("is LLaMA 4 Scout out", "Yes, it is told as a fact."),
        ("has PyTorch 2.7 been released", "Yes, it is told as a fact."),
        ("did Google acquire Pollen Robotics", "No document says so."),
        ("what did OpenAI acquire", "No document says that OpenAI acquired anything."),
        ("timeline of OpenAI", "OpenAI: 1 speculated."),
        ("openai", "OpenAI: 1 speculated."),
        ("que sait-on de Meta", "Meta : 2 donnés comme des faits, 1 prévu."),
        (
            "who acquired Polen Robotics",
            "Nothing called “Polen Robotics” is in the graph. Did you mean Pollen Robotics?",
        ),
        (
            "qu'a sorti LLaMA 4 Scout ?",
            "Le graphe connaît LLaMA 4 Scout (modèle), dont rien de tel n'est dit.",
        ),
        (
            "what did PyTorch 2.7 acquire",
            "The graph knows PyTorch 2.7 (framework), of which nothing of the sort is told.",
        ),
        ("qui a racheté Zorglub", "Rien ne s'appelle « Zorglub » dans le graphe."),
    ],
)
def test_the_answer_in_a_sentence(store: Store, question: str, text: str) -> None:
    assert answer_question(store, question).text == text


def test_only_what_is_asserted_reads_as_a_fact(store: Store) -> None:
    lines = {line.text for line in answer_question(store, "what did Meta release").lines}
    assert lines == {
        "Meta released LLaMA 4 Scout.",
        "Meta released LLaMA 4 Maverick.",
        "Meta is to release LLaMA 4 Behemoth (planned, not told as done; “will”).",
    }


@pytest.mark.parametrize("question", ["why is the sky blue", "pourquoi le ciel est bleu", "hello you", "?"])
def test_a_question_that_cannot_be_read_says_what_can(store: Store, question: str) -> None:
    with pytest.raises(UnreadableQuestion, match="Pollen Robotics"):
        answer_question(store, question)


def test_text_of_a_digest_cannot_steer_the_terminal(store: Store) -> None:
    answer = answer_question(store, "what does Hugging Face use")
    assert "\x1b" in answer.lines[0].quotes[0].text
    assert "\x1b" not in answer_text(answer) and r"\x1b[31m<script>" in answer_text(answer)


def test_an_answer_in_a_terminal_has_date_fact_and_sentence(store: Store) -> None:
    assert answer_text(answer_question(store, "qui a racheté Pollen Robotics")) == (
        "Pollen Robotics acquis par : Hugging Face.\n"
        "\n- 14 avril 2025 : Hugging Face a acquis Pollen Robotics.\n"
        "    « On 14 April Hugging Face acquired Pollen Robotics. » (Digest of 2025-04-30, 2025-04-30)\n"
        "    « Hugging Face a racheté Pollen Robotics en avril. » (Digest of 2025-05-31, 2025-05-31)"
    )
