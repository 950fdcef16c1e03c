"""Everything that users can set, run or call has its place in README."""

import re

import pytest
from fastapi import FastAPI

from api.cli.app import app as commands
from graph import settings
from graph.settings import ROOT

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
