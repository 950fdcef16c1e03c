"""The tables of the catalogue as rows: TSV files, one or more per kind, hand-written or generated.

What a row's cells mean is in `data/README.md`; `extraction.catalogue` makes entities of them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.errors import InvalidDeclaration
from graph.names import squash
from graph.ontology import load_ontology
from graph.records import Kind

COLUMNS = frozenset(
    ("name", "maker", "parent", "country", "released", "aliases", "weak", "also", "wikidata", "demonyms", "source")
)
"""What a table may have; `data/README.md` says what each holds."""
EXACTLY = "="
"""Before an alias in a table: it counts in its own capitals only, whole."""
DECOYS = "decoys.tsv"
"""The table of phrases that hold a name without naming it ("meta-analysis", "Claude Monet")."""


class Row(NamedTuple):
    """One line of a table, and where it stands ("model.tsv:12")."""

    where: str
    kind: Kind
    generated: bool
    cells: dict[str, str]

    def list(self, column: str) -> tuple[str, ...]:
        """The values of a cell, which semicolons separate."""
        return tuple(value for part in self.cells.get(column, "").split(";") if (value := part.strip()))


def read_rows(folder: Path) -> list[Row]:
    """All rows, hand-written tables first, each set by file name; generated ones without the names already taken.

    Raises:
        InvalidDeclaration: a table has an unknown column or kind, or a line that does not fit its header.
    """
    kinds = {name.casefold(): name for name in load_ontology().kinds}
    own = [row for path in sorted(folder.glob("*.tsv")) if path.name != DECOYS for row in _rows(path, kinds)]
    made = [row for path in sorted((folder / "generated").glob("*.tsv")) for row in _rows(path, kinds, generated=True)]
    return [*own, *_not_taken(made, own)]


def read_decoys(folder: Path) -> tuple[str, ...]:
    """The phrases in which no name is found; none if the folder has no such table."""
    path = folder / DECOYS
    return tuple(_lines(path)) if path.exists() else ()


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("# ")]


def _rows(path: Path, kinds: dict[str, Kind], *, generated: bool = False) -> Iterator[Row]:
    kind = kinds.get(path.stem.partition("-")[0])
    header, *lines = path.read_text("utf-8").split("\n")
    columns = header.split("\t")
    if kind is None:
        raise InvalidDeclaration(path.name, f"a table is named after its kind, one of {sorted(kinds)}")
    if "name" not in columns or (unknown := sorted(set(columns) - COLUMNS)):
        raise InvalidDeclaration(path.name, f"columns {unknown or 'lack name'}; known are {sorted(COLUMNS)}")
    for number, line in enumerate(lines, start=2):
        if not line.strip() or line.startswith("# "):
            continue
        cells = line.split("\t")
        if len(cells) > len(columns) or not cells[0]:
            raise InvalidDeclaration(f"{path.name}:{number}", "has more cells than the header, or no name")
        filled = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
        yield Row(f"{path.name}:{number}", kind, generated, filled)


def _not_taken(made: list[Row], own: list[Row]) -> Iterator[Row]:
    """Generated rows without the names that the hand-written ones, or an earlier generated one, already have."""
    taken = {squash(bare(name)) for row in own for name in (row.cells["name"], *row.list("aliases"))}
    taken |= {squash(name) for row in own for name in row.list("weak")}
    for row in made:
        if squash(row.cells["name"]) in taken:
            continue
        aliases = [name for name in row.list("aliases") if squash(bare(name)) not in taken]
        taken |= {squash(bare(name)) for name in (row.cells["name"], *aliases)}
        yield row._replace(cells=row.cells | {"aliases": ";".join(aliases)})


def bare(alias: str) -> str:
    """An alias without the sign that it counts exactly only."""
    return alias.removeprefix(EXACTLY)
