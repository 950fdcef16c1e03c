"""The same digest gives the same extraction, byte for byte: twice in one process, and in others that hash otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.app import app
from graph.settings import ROOT

pytestmark = pytest.mark.slow
DIGESTS = ["fr-breves-reglementation.md", "en-gtc-week.html"]
SEEDS = ["0", "4711"]
"""Any two under which Python orders sets of strings differently."""


def in_another_process(digest: Path, *, seed: str) -> str:
    command = [sys.executable, "-m", "api.cli", "extract", str(digest), "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


@pytest.mark.parametrize("name", DIGESTS)
def test_an_extraction_is_the_same_every_time(name: str) -> None:
    digest = ROOT / "data" / "digests" / name
    here = [CliRunner().invoke(app, ["extract", str(digest), "--format", "json"]).stdout for _ in range(2)]
    there = [in_another_process(digest, seed=seed) for seed in SEEDS]
    assert '"claims": [\n  {' in here[0]
    assert {*here, *there} == {here[0]}


def test_the_seeds_do_change_the_order_of_sets() -> None:
    code = "print(list({'lance', 'rachète', 'dévoile', 'publie', 'signe', 'investit'}))"
    orders = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in SEEDS
    }
    assert len(orders) == len(SEEDS)
