"""What goes to a terminal: text from digests is data there too, so nothing in it may steer the terminal."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import KnowledgeGraphError

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that move the cursor, turn the direction of writing, hide text, or end a line."""
_HARMLESS = frozenset("\n\t\u200d\u200c\ufeff\u00ad")
"""Of these: line ends and tabs that we write ourselves, and joiners and soft hyphens that only shape words."""


def printable(text: str) -> str:
    r"""The text with everything that could steer a terminal made visible: an escape becomes "\x1b"."""
    return "".join(
        character
        if unicodedata.category(character) not in _STEERING or character in _HARMLESS
        else character.encode("unicode_escape").decode()
        for character in text
    )


def one_line(text: str) -> str:
    """Printable text on one line, its spacing made single."""
    return printable(" ".join(text.split()))


def safe_json(text: str) -> str:
    r"""JSON text in which a character that could steer a terminal is written as JSON's own escape."""
    return "".join(
        character
        if unicodedata.category(character) not in _STEERING or character in "\n\t"
        else _json_escape(character)
        for character in text
    )


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def say(text: str = "", *, now: bool = False) -> None:
    """Write a line of the answer to standard output; `now` does not wait for more of them."""
    sys.stdout.write(f"{text}\n")
    if now:
        sys.stdout.flush()


def note(text: str) -> None:
    """Write a line about the work to standard error: progress, warnings, errors."""
    sys.stderr.write(f"{printable(text)}\n")
    sys.stderr.flush()


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn every refusal into one sentence and exit code 1, and a reader that went away into a quiet end."""
    try:
        yield
        sys.stdout.flush()
    except KnowledgeGraphError as error:
        note(one_line(str(error)))
        raise SystemExit(1) from None
    except BrokenPipeError:
        # Python flushes standard output once more at exit: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
