"""What was judged of entities, as a list: who or which rule decided, when, why, and with which score."""

from pydantic import Field

from graph.errors import InvalidCursor
from graph.judgements import Judgement
from graph.store.answers import Page, SortKey
from graph.store.protocol import Readable
from graph.store.read import DEFAULT_LIMIT


class TakenJudgement(Judgement):
    """A judgement with its time."""

    decided_at: str = Field(description="When, in UTC; of a graph filled from an export, when it was filled.")


def list_judgements(
    graph: Readable, *, limit: int = DEFAULT_LIMIT, after: SortKey | None = None
) -> Page[TakenJudgement]:
    """Every judgement by its id. Raises InvalidCursor."""
    if after is not None and len(after) != 1:
        raise InvalidCursor(" ".join(after))
    rows = graph.execute_read("judgements", {"after_id": after[0] if after else "", "limit": limit + 1})
    items = [
        TakenJudgement.model_validate({name: row[name] for name in TakenJudgement.model_fields}) for row in rows[:limit]
    ]
    return Page(items=tuple(items), next=(items[-1].id,) if len(rows) > limit else None)
