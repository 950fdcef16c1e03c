"""Write `generated/model.tsv` from outside tables of models, without what the hand-written tables already know.

    python data/catalogue/build.py --epoch all_ai_models.csv --osai osai_index_models.jsonl

`data/README.md` names the tables, where they are published and their licences. The output depends on the inputs and on
the hand-written tables alone. Only names that no common word or phrase could be (with a digit, or a capital inside) are
taken: precision before quantity.
"""

import argparse
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extraction.catalogue import CATALOGUE_FOLDER, Catalogue, CatalogueEntity, load_catalogue
from graph.names import squash

FIRST_YEAR = "2020"
"""Models from before are named in digests only when they are famous, and those are in the hand-written table."""
MOST_WORDS = 4
"""Words of the longest name that is taken; longer ones in the tables are titles of papers."""
FEWEST_LETTERS = 3
"""Letters of the shortest name that is taken, if it has a digit."""
FEWEST_LETTERS_ALONE = 5
"""Letters of the shortest name that is taken, if it has none; such a name counts in its own capitals only."""
_REMARK = re.compile(r"\s*[(\[].*$")
_ALLOWED = re.compile(r"[A-Za-z][\w.\- ]*")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_GENERIC = re.compile(
    r"\b(?:model|transformer|lstm|rnn|gru|cnn|gan|base|ensemble|network|with|for|and)\b", re.IGNORECASE
)
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
HEADER = ("name", "maker", "parent", "released", "aliases", "source")


class Found(NamedTuple):
    """A model as an outside table has it."""

    name: str
    makers: tuple[str, ...]
    released: str
    source: str


def from_epoch(path: Path) -> Iterator[Found]:
    """The models of an Epoch AI table, by its columns Model, Organization and Publication date."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["Publication date"] >= FIRST_YEAR:
                yield Found(row["Model"], tuple(row["Organization"].split(",")), row["Publication date"], "epoch")


def from_osai(path: Path) -> Iterator[Found]:
    """The systems of the European Open Source AI Index, one JSON object a line: name, end_model, org, release."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        for name in dict.fromkeys(filter(None, (row.get("name"), row.get("end_model")))):
            yield Found(str(name).rpartition("/")[2], (row.get("org") or "",), row.get("release") or "", "osai")


def is_distinctive(name: str) -> bool:
    """Whether this can only be the name of a model."""
    if _ALLOWED.fullmatch(name) is None or len(name.split()) > MOST_WORDS or _GENERIC.search(name):
        return False
    letters = sum(char.isalpha() for char in name)
    if _has_digit(name):
        return letters >= FEWEST_LETTERS
    return letters >= FEWEST_LETTERS_ALONE and _INNER_CAPITAL.search(name) is not None


def _has_digit(name: str) -> bool:
    return any(char.isdigit() for char in name)


def rows(found: list[Found], own: Catalogue) -> list[tuple[str, ...]]:
    """The lines of the table, by name: only new names, each with the maker and family that `own` knows."""
    lines: dict[str, tuple[str, ...]] = {}
    for item in sorted(found):
        name = " ".join(_REMARK.sub("", item.name).split())
        key = squash(name)
        if not is_distinctive(name) or key in lines or own.candidates(name):
            continue
        makers = [known for one in item.makers if (known := maker_of(one, own))]
        parent = family(name, makers, own)
        if not makers and own.candidates(name.split()[0]):
            continue
        released = item.released if _DATE.fullmatch(item.released) else ""
        exact = "" if _has_digit(name) else f"={name}"
        maker = makers[0].name if makers and not parent else ""
        lines[key] = (name, maker, parent.name if parent else "", released, exact, item.source)
    return sorted(lines.values(), key=lambda line: (line[0].casefold(), line[0]))


def family(name: str, makers: list[CatalogueEntity], own: Catalogue) -> CatalogueEntity | None:
    """The longest known model whose name, on whole words, begins this one, if one of these makers makes it too.

    What others derive from a family ("Llama-3-Taiwan-70B") is based on it, and is no member.
    """
    cuts = [at for at in range(len(name) - 1, 1, -1) if name[at] in " -"]
    known = next((model for at in cuts if (model := own.by_name(name[:at], "Model"))), None)
    houses = {house for maker in makers for house in (maker.id, maker.parent) if house}
    if known is None or known.maker is None:
        return None
    above = own.by_id(known.maker)
    return known if houses & {known.maker, above.parent if above else None} else None


def maker_of(text: str, own: Catalogue) -> CatalogueEntity | None:
    """The organisation of the catalogue that a cell names."""
    return own.by_name(_REMARK.sub("", text).strip(), "Organization")


def main() -> None:
    """Read the tables that are given and write the generated one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--epoch", type=Path, help="CSV of Epoch AI: all AI models")
    parser.add_argument("--osai", type=Path, help="JSON Lines of the European Open Source AI Index")
    given = parser.parse_args()
    found = [*(from_epoch(given.epoch) if given.epoch else ()), *(from_osai(given.osai) if given.osai else ())]
    own = Catalogue(tuple(entity for entity in load_catalogue().entities if not entity.generated))
    lines = rows(found, own)
    target = CATALOGUE_FOLDER / "generated" / "model.tsv"
    target.parent.mkdir(exist_ok=True)
    target.write_text("\n".join("\t".join(line).rstrip("\t") for line in [HEADER, *lines]) + "\n", "utf-8")
    print(f"{len(lines)} models written to {target.relative_to(CATALOGUE_FOLDER)}, of {len(found)} read.")


if __name__ == "__main__":
    main()
