"""Everything that users can set, run or call has its place in README."""

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from api.cli.app import app as commands
from graph import settings
from graph.settings import DATA_FOLDER, ROOT

README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = sorted(value for name, value in vars(settings).items() if name.endswith("_VARIABLE"))
COMMANDS = sorted(command.name for command in commands.registered_commands if command.name)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_documented(setting: str) -> None:
    assert setting in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"veille {command}" in README


def test_every_route_is_documented(app: FastAPI) -> None:
    routes = set(app.openapi()["paths"])
    assert {route for route in routes if not re.search(rf"{re.escape(route)}(?![\w/{{-])", README)} == set()


@pytest.mark.slow
def test_the_answers_in_readme_are_those_that_are_printed(tmp_path: Path) -> None:
    run, graph = CliRunner(), {settings.GRAPH_URI_VARIABLE: f"embedded:{tmp_path / 'graph.kgl'}"}
    digests = [str(DATA_FOLDER / "digests" / name) for name in ("fr-fiches-acquisitions.md", "fr-lettre-decembre.md")]
    assert run.invoke(commands, ["ingest", *digests], env=graph).exit_code == 0
    asked = re.findall(r'veille ask "([^"]+\?)"', README)
    assert len(asked) == 2
    for question in asked:
        printed = run.invoke(commands, ["ask", question], env=graph).stdout.strip().splitlines()
        assert "\n".join(f"    {line}".rstrip() for line in printed) in README
