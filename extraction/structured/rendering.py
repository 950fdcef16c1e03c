"""A row as text that people read, "column: value" a line, with the place of every line and of every value in it."""

from collections.abc import Mapping as Table
from collections.abc import Sequence

from graph.records import Record

Span = tuple[int, int]


class Rendered(Record):
    """The text of a row. Spans are half-open, in characters of `text`; `items` has those of a column's values."""

    text: str
    lines: dict[str, Span]
    items: dict[str, tuple[Span, ...]]

    def evidence(self, places: Sequence[tuple[str, int]], limit: int) -> Span:
        """The span from which a claim can be read, of at most `limit` characters where possible.

        The lines of all the places, and what is between them; where that is too long, the line of the last place, and
        where even that is, the value alone.

        Args:
            places: Column and number of each value, the subject's first, what is said of it last.
            limit: In characters.
        """
        lines = [self.lines[column] for column, _ in places]
        whole = (min(start for start, _ in lines), max(end for _, end in lines))
        column, number = places[-1]
        for start, end in (whole, self.lines[column]):
            if end - start <= limit:
                return start, end
        return self.items[column][number]


def render(values: Table[str, Sequence[str]], labels: Table[str, str]) -> Rendered:
    """The lines of the columns that hold a value, in the order given.

    Args:
        values: Column to its values, each on one line.
        labels: Column to the words to show for it; the column's own name by default.
    """
    text = ""
    lines: dict[str, Span] = {}
    items: dict[str, tuple[Span, ...]] = {}
    for column, told in values.items():
        if not told:
            continue
        start = len(text) + 1 if text else 0
        text += f"{chr(10) if text else ''}{labels.get(column, column)}: "
        spans = []
        for number, item in enumerate(told):
            text += ", " if number else ""
            spans.append((len(text), len(text) + len(item)))
            text += item
        lines[column], items[column] = (start, len(text)), tuple(spans)
    return Rendered(text=text, lines=lines, items=items)
