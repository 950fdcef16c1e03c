"""Judgements: that two entities are the same thing, or are not, with who said so and why.

Whoever judges (a person, or a rule with a score), the judgement is a record of its own: entities follow from it, and it
can be taken back. The idea of a small closed vocabulary of verdicts is after nomenklatura.
"""

from enum import StrEnum

from pydantic import Field

from graph.records import EntityId, Record


class Verdict(StrEnum):
    """What was decided of two entities."""

    SAME = "same"
    DIFFERENT = "different"


class Judgement(Record):
    """A decision about two entities; when it was taken is kept in the log.

    Of the same thing, `merged_id` leads to `kept_id` from then on; of different things, `merged_id` is the smaller id.
    """

    verdict: Verdict
    merged_id: EntityId
    kept_id: EntityId
    decided_by: str = Field(description="A person's name, or the rule's.")
    reason: str
    score: float | None = Field(default=None, ge=0, le=1, description="Of the rule, when a rule decided.")

    @property
    def id(self) -> str:
        """One entity leads to one other at most; two entities are told apart once."""
        return (
            f"same {self.merged_id}" if self.verdict is Verdict.SAME else f"different {self.merged_id} {self.kept_id}"
        )


def apart(left: EntityId, right: EntityId, *, decided_by: str, reason: str) -> Judgement:
    """The judgement that two entities are different things."""
    merged_id, kept_id = sorted((left, right))
    return Judgement(
        verdict=Verdict.DIFFERENT, merged_id=merged_id, kept_id=kept_id, decided_by=decided_by, reason=reason
    )
