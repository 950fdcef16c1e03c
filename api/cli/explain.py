"""`veille explain`: which rule read which words of a digest, claim by claim."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.files import read_bytes
from api.cli.options import Format, LanguageOption, PublishedOption, SourceOption, checked_published
from api.cli.terminal import one_line, safe_json, say
from graph.errors import ClaimNotRead

if TYPE_CHECKING:
    from extraction.explain import End, Explanation, Mark, Telling, Words

NAME = "explain"
HELP = """Say which rule read which words of a digest, and what decided.

Without --claim every claim is explained in short; the ids are those of `veille extract`.

\b
Examples:
  veille explain april.md
  veille explain april.md --claim 8431860f1c6861254ea0
  veille explain april.md --rule fr/RELEASED/verb
"""
_WIDTH = 12
"""Columns of the labels."""


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A digest: Markdown, HTML, plain text or PDF.")],
    claim: Annotated[str | None, typer.Option("--claim", metavar="ID", help="Explain this claim in full.")] = None,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="RULE", help="Only what this rule, or those that begin so, read.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
    source: SourceOption = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Explain the claims of one digest."""
    day, data = checked_published(published), read_bytes(file)
    # Imported here: the readers' libraries and the models would slow down every other command.
    from extraction.explain import explain, find_explanations
    from extraction.pipeline import load_extractor
    from extraction.readers import read_digest
    from graph.settings import max_digest_bytes

    origin = source or file.as_posix()
    digest = read_digest(data, source=origin, published=day, language=language, max_bytes=max_digest_bytes())
    found = find_explanations(explain(load_extractor().read(digest)), claim=claim, rule=rule)
    if claim is not None and not found:
        raise ClaimNotRead(claim, file.as_posix())
    if format is Format.JSON:
        say(safe_json(json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False, indent=1)))
        return
    for one in found:
        for line in _full(one) if claim is not None else _brief(one):
            say(line)
    if not found:
        say("No claim." if rule is None else "No claim that this rule read.")


def _brief(explanation: "Explanation") -> Iterator[str]:
    yield _headline(explanation)
    for telling in explanation.tellings:
        yield f"  {one_line(marked(telling.sentence, telling.marks))}"
        yield f"  {_rule(telling)}"


def _full(explanation: "Explanation") -> Iterator[str]:
    yield _headline(explanation)
    for telling in explanation.tellings:
        yield ""
        yield f"  {one_line(marked(telling.sentence, telling.marks))}"
        yield _labelled("rule", _rule(telling))
        pattern = telling.rule.sort == "between"
        words = ("pattern" if pattern else "word", telling.rule.words)
        for label, text in (words, ("example", telling.rule.example), ("counter", telling.rule.counter)):
            if text:
                yield _labelled(label, text)
        yield _labelled("trigger", _quoted(telling.trigger) if telling.trigger else "the two names side by side")
        yield _labelled("subject", _end(telling.subject))
        yield _labelled("object", _end(telling.object) if telling.object else f"the literal {telling.value}")
        yield _labelled("factuality", _factuality(telling))
        yield _labelled("date", _date(telling))
        yield _labelled("confidence", f"{telling.confidence:g}")


def _headline(explanation: "Explanation") -> str:
    triple = f"{explanation.subject} {explanation.predicate} {explanation.object}"
    date = f" {explanation.date}" if explanation.date else ""
    return one_line(f"{explanation.claim_id} {triple}{date} {explanation.factuality}")


def marked(sentence: str, marks: "tuple[Mark, ...]") -> str:
    """The sentence with the words that decided in brackets: "[subject Meta] a [trigger lancé] [object Llama 4]".

    Brackets nest; a mark that would cross another is left out.
    """
    opened: dict[int, list[str]] = {}
    closed: dict[int, int] = {}
    kept: list[Mark] = []
    for mark in marks:
        if any(other.start < mark.start < other.end < mark.end for other in kept):
            continue
        kept.append(mark)
        opened.setdefault(mark.start, []).append(f"[{mark.part} ")
        closed[mark.end] = closed.get(mark.end, 0) + 1
    return "".join(
        "]" * closed.get(at, 0) + "".join(opened.get(at, ())) + sentence[at : at + 1] for at in range(len(sentence) + 1)
    )


def _labelled(label: str, text: str) -> str:
    return f"    {label:<{_WIDTH}}{one_line(text)}"


def _rule(telling: "Telling") -> str:
    rule = telling.rule
    if rule.entry is None:
        told = f"{rule.name}: {rule.meaning} ({rule.place})"
    else:
        told = f"{rule.name}: [[{rule.sort}]] number {rule.entry} of {rule.place}"
    return one_line(f"{told}; {rule.step}" if rule.step else told)


def _end(end: "End") -> str:
    from extraction.explain import How

    who = f"{end.name} ({end.kind})"
    if end.how is How.NAME or end.named is None:
        return f"{who}: the name {_quoted(end.words)}" if end.words else who
    if end.words is None:
        return f"{who}: not said here; the item is about it, named as {_quoted(end.named)}"
    return f"{who}: {_quoted(end.words)}, which stands for {_quoted(end.named)}"


def _factuality(telling: "Telling") -> str:
    from extraction.document import Role
    from extraction.explain import ToldBy

    why = {
        ToldBy.NOTHING: "no cue says otherwise",
        ToldBy.TRIGGER: "the rule's own words say so",
        ToldBy.DATE: "its date is later than the digest's",
        ToldBy.CUE: f"because of {_quoted(telling.cue_words)}" if telling.cue_words else f"because of {telling.cue!r}",
    }
    role = "" if telling.role is Role.BODY else f"; the role of the sentence is {telling.role}"
    return f"{telling.factuality}: {why[telling.told_by]}{role}"


def _date(telling: "Telling") -> str:
    source = f"{telling.date_source}"
    if telling.date is None:
        return source
    return f"{telling.date}, told by {_quoted(telling.date_words)} in {source}" if telling.date_words else telling.date


def _quoted(words: "Words") -> str:
    return f"“{words.text}” ({words.start_char}-{words.end_char})"
