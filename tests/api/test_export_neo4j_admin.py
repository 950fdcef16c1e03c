"""The CSV export imported by Neo4j's own tool, and asked for what it holds."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from api.cli.export.neo4j_csv import write_csv
from graph.store import open_store
from tests.factory import Said, day, make_extraction
from tests.neo4j.server import JAVA_FLAGS, Server, jars, java

SAID = (
    Said(
        sentence='Acme "the\n=firm" acquired Bolt; it paid, they say, a lot.',
        subject="Organization:Acme",
        predicate="ACQUIRED",
        object="Organization:Bolt",
        date=day("2025-04-14"),
    ),
    Said(sentence="@Evil opened.", subject="Organization:@Evil", predicate=None),
)


@pytest.mark.neo4j
def test_neo4j_imports_the_folder(neo4j_uri: str, tmp_path: Path) -> None:
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        store.write(make_extraction(SAID, aliases={"Acme": ("Acme; Inc", "Acme, Inc")}))
        command = write_csv(store.export_lines, tmp_path / "a folder")
    home = tmp_path / "home"
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    arguments = shlex.split(command.replace("\\\n", " "))[1:]
    done = subprocess.run(
        [java(), *JAVA_FLAGS, "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", *arguments],
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        # The tool leaves a report where it is run.
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    server = Server(home)
    server.start()
    try:
        with GraphDatabase.driver(server.uri) as driver:
            edges, _, _ = driver.execute_query(
                "MATCH (a:Organization)-[r:ACQUIRED]->(b:Entity) "
                "RETURN a.name AS a, a.aliases AS aliases, b.id AS b, r.date AS date, r.support AS support"
            )
            quotes, _, _ = driver.execute_query(
                "MATCH (:Claim)-[e:EVIDENCED_BY]->(p:Passage)-[:PART_OF_DOCUMENT]->(d:Document) "
                "RETURN e.quote AS quote, p.position AS position, d.current AS current"
            )
            names, _, _ = driver.execute_query("MATCH (e:Entity) RETURN e.name AS name")
    finally:
        server.stop()
    assert [edge.data() for edge in edges] == [
        {
            "a": "Acme",
            "aliases": ["Acme, Inc", "Acme; Inc"],
            "b": "organization/bolt",
            "date": "2025-04-14",
            "support": 1,
        }
    ]
    assert [quote.data() for quote in quotes] == [{"quote": SAID[0].sentence, "position": 0, "current": True}]
    assert {name["name"] for name in names} == {"Acme", "Bolt", "'@Evil"}
