"""Shadow edges: the plain edges that analysts type in Cypher, recomputed from asserted claims between two entities.

There is none from an entity to itself, nor between kinds that the predicate does not join: both may be left after a
merge by hand. The claims are there all the same.
"""

from collections import defaultdict
from collections.abc import Iterable

from graph.edtf import best_date
from graph.ontology import Ontology
from graph.store.model import split_edge_key
from graph.store.protocol import Row
from graph.store.rows import date_of_row
from graph.store.values import column
from graph.store.work import Work


def refresh_edges(work: Work, keys: Iterable[str]) -> None:
    """Make the shadow edges of these keys what their claims say now; an edge without a claim goes."""
    claims: dict[str, list[Row]] = {key: [] for key in sorted(set(keys))}
    if not claims:
        return
    for row in work.run("claims_of_edges", keys=list(claims)):
        claims[column(row, "edge_key", str)].append(row)
    put: dict[str, list[Row]] = defaultdict(list)
    removed: dict[str, list[Row]] = defaultdict(list)
    for key, rows in claims.items():
        subject_id, predicate, object_id = split_edge_key(key)
        ends: Row = {"subject_id": subject_id, "object_id": object_id}
        if not is_drawn(key, work.ontology):
            continue
        if rows:
            put[predicate].append({**ends, "properties": edge_properties(rows)})
        else:
            removed[predicate].append(ends)
    for predicate, edges in sorted(put.items()):
        work.put("put_edges", edges, predicate)
    for predicate, edges in sorted(removed.items()):
        work.put("remove_edges", edges, predicate)


def is_drawn(key: str, ontology: Ontology) -> bool:
    """Whether asserted claims of this key make a shadow edge."""
    subject_id, predicate, object_id = split_edge_key(key)
    kinds = [kind for one in (subject_id, object_id) if (kind := ontology.kind_of_prefix(one.partition("/")[0]))]
    return subject_id != object_id and len(kinds) == 2 and ontology.allows(predicate, *kinds)


def edge_properties(claims: list[Row]) -> Row:
    """What an edge says of its claims: the best date, how many documents and outlets, first and last publication.

    Its date is the most precise one told, then the earliest; its confidence is that of the surest claim.
    """
    date = best_date(date_of_row(row) for row in claims)
    published = sorted(str(row["published"]) for row in claims if row["published"] is not None)
    return {
        "date": date.edtf if date else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision.value if date else None,
        "confidence": max(column(row, "confidence", float) for row in claims),
        "support": len({row["document_id"] for row in claims}),
        "outlets": len({row["outlet"] for row in claims}),
        "first_seen": published[0] if published else None,
        "last_seen": published[-1] if published else None,
        "claim_ids": [*sorted(column(row, "claim_id", str) for row in claims)],
    }
