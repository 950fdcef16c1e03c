"""A process that changes a graph until it is killed, and what it noted of its work.

It notes in a file what it is about to do and that it was done; what is written there outlives the process.
"""

import json
import os
import random
from pathlib import Path

from graph.errors import KnowledgeGraphError
from graph.judgements import Judgement, Verdict
from graph.names import slug
from graph.records import DocumentId, EntityId, Extraction, Record
from graph.resolution import resolve
from graph.store import Store, open_store
from tests.factory import Said, make_extraction

NAMES = ("Acme", "Acme Inc", "Bolt", "Bolt AI", "Cargo", "Dune", "Ecco", "Faro")
"""Two of which a rule merges, and two about which it asks."""
POOL = 12
"""Digests that a process chooses from: few, so that it often retracts one that is there."""
_TOGETHER = 4
"""Digests in one transaction where several are written together; one may come twice."""
ACTIONS = {"write": 4, "write together": 2, "retract": 3, "merge": 2, "split": 1, "resolve": 2}
"""What a process does, and how often beside the others."""
_OPEN_FOR = 6
"""Changes between opening the graph and closing it, so that kills hit both."""


class Done(Record):
    """A line of the notes: a change, and whether it was only begun ('begun'), acknowledged ('done') or 'refused'."""

    state: str
    action: str
    what: str


def digest(number: int) -> Extraction:
    """The digest of that number; every fourth is another version of one source."""
    pick = random.Random(number)
    said = []
    for line in range(6):
        left, right = pick.sample(NAMES, 2)
        if left.split(" ")[0] == right.split(" ")[0]:
            continue  # what a digest tells of two things makes two of them
        said.append(
            Said(
                sentence=f"{left} acquired {right} ({number}, {line}).",
                subject=f"Organization:{left}",
                predicate="ACQUIRED",
                object=f"Organization:{right}",
            )
        )
    source = f"https://a.example/{number if number % 4 else 0}"
    return make_extraction(said, source=source, published=f"2025-{1 + number % 12:02}-01")


def apply(store: Store, action: str, what: str) -> None:
    """Make one change. Raises KnowledgeGraphError when the graph refuses it."""
    if action == "write":
        store.write(digest(int(what)))
    elif action == "write together":
        store.write_all([digest(int(number)) for number in what.split(" ")])
    elif action == "retract":
        store.retract(DocumentId(digest(int(what)).document.id))
    elif action == "split":
        store.split(entity_id(what))
    elif action == "resolve":
        resolve(store)
    else:
        merged, kept = what.split("+")
        store.judge(
            Judgement(
                verdict=Verdict.SAME,
                merged_id=entity_id(merged),
                kept_id=entity_id(kept),
                decided_by="tests",
                reason="a test",
            )
        )


def work(uri: str, notes: str, seed: int) -> None:
    """Change the graph at random, forever, noting each step."""
    pick = random.Random(seed)
    file = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(state: str, action: str, what: str) -> None:
        line = Done(state=state, action=action, what=what).model_dump_json()
        os.write(file, f"{line}\n".encode())

    while True:
        with open_store(uri) as store:
            for _ in range(_OPEN_FOR):
                action = pick.choices([*ACTIONS], [*ACTIONS.values()])[0]
                names = pick.sample(NAMES, 2)
                several = " ".join(str(pick.randrange(POOL)) for _ in range(_TOGETHER))
                known = {"merge": "+".join(names), "split": names[0], "write together": several}
                what = known.get(action, str(pick.randrange(POOL)))
                note("begun", action, what)
                try:
                    apply(store, action, what)
                except KnowledgeGraphError:
                    note("refused", action, what)
                else:
                    note("done", action, what)


def read_notes(path: Path) -> list[Done]:
    """What was noted, each change once, with the last that was noted of it."""
    found: list[Done] = []
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        one = Done.model_validate(json.loads(line))
        if one.state != "begun":
            found.pop()
        found.append(one)
    return found


def entity_id(name: str) -> EntityId:
    """The id of an organization of that name."""
    return EntityId(f"organization/{slug(name)}")
