"""`veille ask`: a question in words, answered with dates, factuality and sentences."""

from typing import Annotated

import typer

from api.ask.records import AskAnswer
from api.cli.options import Format
from api.cli.terminal import one_line, printable, safe_json, say

NAME = "ask"
HELP = """Ask the graph in French or English.

\b
Examples:
  veille ask "what did Meta release in April 2025"
  veille ask "qui a racheté Pollen Robotics ?"
  veille ask "has TensorFlow 3.0 been released?" --format json
"""


def command(
    question: Annotated[str, typer.Argument(metavar='"QUESTION"', help="A question in words.")],
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
) -> None:
    """Answer a question."""
    from api.ask import answer_question
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri(), read_only=True) as store:
        answer = answer_question(store, question)
    if format is Format.JSON:
        say(safe_json(answer.model_dump_json(indent=1)))
    else:
        say(answer_text(answer))


def answer_text(answer: AskAnswer) -> str:
    """An answer as lines: the answer in a sentence, then each fact with its date and the sentences behind it."""
    french = answer.language == "fr"
    lines = [one_line(answer.text)]
    for line in answer.lines:
        # "came out on 23 April 2025" has said it already.
        told = line.date_words if line.date_words not in line.text else ""
        date = f"{told}{' : ' if french else ': '}" if told else ""
        lines.append(f"\n- {one_line(date + line.text)}")
        for quote in line.quotes:
            where = quote.document_title or quote.source
            told = f"{where}, {quote.published}" if quote.published else where
            words = f"« {quote.text} »" if french else f"“{quote.text}”"
            lines.append(f"    {one_line(words)} ({one_line(told)})")
    if answer.truncated:
        lines.append("\n(...)")
    return printable("\n".join(lines))
