"""HTML tables: which hold data, and their rows.

Most tables of a newsletter are layout; one that is data has several rows of several short cells.
"""

from collections.abc import Sequence

from extraction.document import BlockKind
from extraction.fields import CELL_MARK, is_header
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Piece

_MAX_CELL = 160
"""Characters of a data cell; chosen by hand, longer ones are layout columns."""


def row_label(headers: Sequence[str], filled: Sequence[bool]) -> str:
    """The headers of a row's filled cells, as its label; those of all columns where the row has not as many cells."""
    if len(headers) != len(filled):
        return CELL_MARK.join(header for header in headers if header)
    return CELL_MARK.join(header for header, cell in zip(headers, filled, strict=True) if cell)


class Table:
    """One open table: the cells of its rows as ranges of pieces."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.nested = False
        self.cells: list[list[tuple[int, int, bool]]] = []
        self._open: tuple[int, bool] | None = None

    def open(self, name: str, place: int) -> None:
        """A row or a cell begins; `place` is the number of pieces so far."""
        if name == "tr":
            self.cells.append([])
        elif name in ("td", "th"):
            self._open = place, name == "th"
            if not self.cells:
                self.cells.append([])

    def close(self, name: str, place: int) -> None:
        """A cell ends."""
        if name in ("td", "th") and self._open is not None:
            start, header = self._open
            self.cells[-1].append((start, place, header))
            self._open = None

    def rows(self, pieces: list[Piece]) -> list[Piece]:
        """One piece per row of a data table; later rows have the header cells as their label."""
        headers: list[str] = []
        rows: list[Piece] = []
        for cells in self.cells:
            filled = [pieces[start] for start, end, _ in cells if end > start]
            if not filled:
                continue
            text = MappedText.joined([cell.text.stripped() for cell in filled], CELL_MARK)
            styles = tuple(style for cell in filled for style in cell.styles)
            words = [pieces[start].text.text.strip() if end > start else "" for start, end, _ in cells]
            marked = all(header for start, end, header in cells if end > start)
            if not headers and (marked or (not rows and is_header(words))):
                headers = words
                rows.append(Piece(BlockKind.ROW, text, 1, styles, hint=filled[0].hint))
            else:
                label = row_label(headers, [bool(word) for word in words])
                rows.append(Piece(BlockKind.ROW, text, 0, styles, label, filled[0].hint))
        return rows

    def is_data(self, pieces: list[Piece]) -> bool:
        """Whether it is more than layout."""
        if self.nested:
            return False
        covered = 0
        rows = 0
        for cells in self.cells:
            filled = [(start, end) for start, end, _ in cells if end > start]
            for start, end in filled:
                if end - start != 1 or pieces[start].kind is not BlockKind.PARAGRAPH:
                    return False
                if len(pieces[start].text) > _MAX_CELL:
                    return False
            covered += len(filled)
            rows += len(filled) > 1
        return rows >= 2 and covered == len(pieces) - self.first
