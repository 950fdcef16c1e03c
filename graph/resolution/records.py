"""What resolution compares, and what it finds: portraits of entities, and matches that say why."""

from functools import cached_property

from pydantic import ConfigDict, Field

from graph.records import EntityId, Kind, Predicate, Record
from graph.resolution.forms import NameForm, form_of


class Neighbour(Record):
    """One thing that documents assert of an entity: another entity, by a predicate, in one of its two roles."""

    predicate: Predicate
    role: str = Field(description="Of the entity itself: 'subject' or 'object'.")
    other_id: EntityId


class Portrait(Record):
    """An entity as it is compared: by itself, before anything was merged into it by rule.

    `names` are its name and the catalogue's aliases; `called` are other strings by which documents call it, which may
    be too short to mean it elsewhere ("Scout" for "Llama 4 Scout").
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    id: EntityId
    kind: Kind
    names: tuple[str, ...] = Field(min_length=1)
    called: tuple[str, ...] = ()
    catalogued: bool = False
    external_ids: tuple[str, ...] = ()
    documents: int = 1
    makers: tuple[str, ...] = Field(default=(), description="Names of those who make it.")
    neighbours: frozenset[Neighbour] = frozenset()

    @cached_property
    def forms(self) -> tuple[NameForm, ...]:
        """Its names, taken apart; the main one first."""
        return tuple(form_of(name, self.kind) for name in self.names)

    @cached_property
    def called_forms(self) -> tuple[NameForm, ...]:
        """What else documents call it, taken apart."""
        return tuple(form_of(name, self.kind) for name in self.called)


class Explanation(Record):
    """What one feature added to a score or took from it, in words."""

    feature: str
    points: float = Field(ge=-1, le=1)
    detail: str


class Match(Record):
    """How likely two entities are one thing, and why. `left_id` sorts before `right_id`."""

    left_id: EntityId
    right_id: EntityId
    left_name: str = Field(description="The name that was compared.")
    right_name: str
    score: float = Field(ge=0, le=1)
    explanations: tuple[Explanation, ...]

    @property
    def reason(self) -> str:
        """The explanations as one sentence."""
        return "; ".join(f"{one.detail} ({one.points:+.2f})" for one in self.explanations)
