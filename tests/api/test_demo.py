"""`make run` from the outside: the sample digests are served, and every line it proposes gives something."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graph.settings import ROOT


@pytest.mark.slow
def test_the_lines_that_the_demo_proposes_give_answers(tmp_path: Path) -> None:
    environment = {**os.environ, "VEILLE_GRAPH_URI": f"embedded:{tmp_path / 'graph.kgl'}"}
    errors = tmp_path / "errors"
    command = [sys.executable, "-m", "api.cli", "demo", "--port", "0"]
    with (
        errors.open("w") as progress,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=progress, text=True, cwd=ROOT, env=environment
        ) as process,
    ):
        assert process.stdout is not None
        told: list[str] = []
        while not told or not told[-1].startswith("Stop"):
            told.append(process.stdout.readline())
            assert told[-1], errors.read_text()
        lines = [line for line in told if "curl" in line]
        with httpx.Client(timeout=30) as client:
            answers = [client.get(_address(line)).raise_for_status().json() for line in lines]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    releases, answer, timeline = answers
    assert {item["factuality"] for item in releases["items"]} > {"asserted"}
    assert answer["lines"] and timeline["items"]
    assert {line.split(",")[-1].strip() for line in told if "refused" in line} == {"0 refused"}


def _address(line: str) -> str:
    """The address that a proposed line calls."""
    address = re.search(r"http://[^\s']+", line)
    question = re.search(r"'q=([^']+)'", line)
    assert address
    return str(httpx.URL(address[0], params={"q": question[1]})) if question else address[0]
