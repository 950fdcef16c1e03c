"""The ontology: kinds and predicates, read from `data/ontology` and checked. Everything else asks this module.

The shape (a kind is a page of data; a relation is declared once) is after followthemoney.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, ValidationError

from graph.errors import InvalidDeclaration, KindMismatch, UnknownKind, UnknownPredicate
from graph.records import Kind, Predicate, Record
from graph.settings import DATA_FOLDER

ARTEFACT = "Artefact"
"""In a domain or range: any kind declared with `artefact = true`."""


class Label(Record):
    """A word for people, in both languages."""

    en: str
    fr: str


class KindDeclaration(Record):
    """One kind of entity."""

    name: Kind
    order: int
    artefact: bool
    what: str
    confused_with: tuple[Kind, ...] = Field(
        default=(), description="Kinds that texts take it for: of one name, two such things may be one."
    )
    label: Label
    plural: Label


class PredicateDeclaration(Record):
    """One predicate: which kinds it joins, whether it is symmetric, and what may not be true twice."""

    name: Predicate
    order: int
    what: str
    domain: tuple[Kind, ...]
    range: tuple[Kind, ...] = ()
    literal: Literal["date", "amount", "count", "license"] | None = None
    symmetric: bool = False
    single_object: bool = Field(default=False, description="A subject has at most one object; two are a conflict.")
    single_subject: bool = Field(default=False, description="An object has at most one subject; two are a conflict.")
    dates: Predicate | None = Field(
        default=None, description="Its date is that of its object by this other predicate, when that is a version."
    )
    stative: bool = Field(default=False, description="Holds without a moment of its own, and so carries no date.")
    qualifiers: tuple[str, ...] = ()
    label: Label
    inverse_label: Label | None = None


Declaration = TypeVar("Declaration", KindDeclaration, PredicateDeclaration)


class Ontology(Record):
    """All kinds and predicates, in their declared order."""

    kinds: dict[Kind, KindDeclaration]
    predicates: dict[Predicate, PredicateDeclaration]

    def kind(self, name: str) -> KindDeclaration:
        """The declaration of a kind. Raises UnknownKind."""
        found = self.kinds.get(Kind(name))
        if found is None:
            raise UnknownKind(name, ", ".join(self.kinds))
        return found

    def kind_of_prefix(self, prefix: str) -> Kind | None:
        """The kind that ids with this prefix are of ("organization"); None when there is none."""
        return next((kind for kind in self.kinds if kind.casefold() == prefix), None)

    def predicate(self, name: str) -> PredicateDeclaration:
        """The declaration of a predicate. Raises UnknownPredicate."""
        found = self.predicates.get(Predicate(name))
        if found is None:
            raise UnknownPredicate(name, ", ".join(self.predicates))
        return found

    def is_artefact(self, kind: str) -> bool:
        """Whether things of this kind are made and released."""
        return self.kind(kind).artefact

    def allows(self, predicate: str, subject_kind: str, object_kind: str | None) -> bool:
        """Whether the predicate holds from one kind to the other; `object_kind` is None for a literal."""
        declared = self.predicate(predicate)
        if subject_kind not in declared.domain:
            return False
        return declared.literal is not None if object_kind is None else object_kind in declared.range

    def check(self, predicate: str, subject_kind: str, object_kind: str | None) -> None:
        """Raise KindMismatch unless `allows`."""
        if not self.allows(predicate, subject_kind, object_kind):
            raise KindMismatch(predicate, subject_kind, object_kind)


@cache
def load_ontology(folder: Path = DATA_FOLDER / "ontology") -> Ontology:
    """The declared ontology.

    Raises:
        InvalidDeclaration: a file does not parse, its name is not its file's, or it names an unknown kind.
    """
    kinds = [_declared(KindDeclaration, path) for path in sorted((folder / "kinds").glob("*.toml"))]
    artefacts = tuple(kind.name for kind in sorted(kinds, key=lambda kind: kind.order) if kind.artefact)
    names = {kind.name for kind in kinds}
    for kind in kinds:
        for other in kind.confused_with:
            if all(other != one.name or kind.name not in one.confused_with for one in kinds):
                raise InvalidDeclaration(f"{kind.name}.toml", f"{other} does not name it in its confused_with")
    predicates = []
    for path in sorted((folder / "predicates").glob("*.toml")):
        declared = _declared(PredicateDeclaration, path)
        domain, range_ = (_expand(side, artefacts) for side in (declared.domain, declared.range))
        if unknown := (set(domain) | set(range_)) - names:
            raise InvalidDeclaration(path.name, f"unknown kinds {sorted(unknown)}")
        if bool(range_) == bool(declared.literal):
            raise InvalidDeclaration(path.name, "give either a range or a literal")
        if declared.symmetric and domain != range_:
            raise InvalidDeclaration(path.name, "a symmetric predicate has one set of kinds on both sides")
        if declared.dates is not None and not (folder / "predicates" / f"{declared.dates}.toml").exists():
            raise InvalidDeclaration(path.name, f"unknown predicate {declared.dates!r} in dates")
        predicates.append(declared.model_copy(update={"domain": domain, "range": range_}))
    return Ontology(
        kinds={kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.order)},
        predicates={item.name: item for item in sorted(predicates, key=lambda item: item.order)},
    )


def _expand(side: tuple[Kind, ...], artefacts: tuple[Kind, ...]) -> tuple[Kind, ...]:
    return tuple(kind for name in side for kind in (artefacts if name == ARTEFACT else (name,)))


def _declared(model: type[Declaration], path: Path) -> Declaration:
    try:
        declared = model.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
    if declared.name != path.stem:
        raise InvalidDeclaration(path.name, f"declares {declared.name}")
    return declared
