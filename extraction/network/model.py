"""The network as it is read: an encoder of text, a head for pairs of places in it, and one for what may be a name.

Made by `python -m extraction.training` and kept in `data/models`; run by ONNX Runtime. The encoder sees pieces of
words, and where names are given also their kinds, once for a window; the heads are asked about places in it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import numpy.typing
import onnxruntime
from tokenizers import Tokenizer

from extraction.network.windows import Window
from graph.errors import InvalidDeclaration
from graph.settings import DATA_FOLDER

Floats = numpy.typing.NDArray[numpy.float32]
OPEN, CLOSE = 0, 2
"""Ids of the pieces that open and close every text, from the tokenizer of the encoder that ours was trained from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair of places in a window, in reading order.

    `left` and `right` are the pieces of each, and of the name that a word stands for; `segments` say for each piece
    where it stands: 0 outside the sentence, 1 left, 2 right, 3 between, 4 before, 5 behind. `flags` are 0 or 1: left
    refers, right refers, left is the topic and has no words, both are of one list. `votes` are classes that triggers
    read.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    segments: tuple[int, ...]
    kinds: tuple[int, int]
    flags: tuple[float, float, float, float]
    votes: tuple[int, ...]


class Network:
    """Classes of pairs are a predicate with ">" or "<" for the way it reads from left to right.

    The last of the kinds stands for what is no name.
    """

    def __init__(self, folder: Path) -> None:
        """Read the files of a network.

        Raises:
            InvalidDeclaration: one of them is missing or is not what its name says.
        """
        try:
            declared = json.loads((folder / "network.json").read_text("utf-8"))
            self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._encoder, self._pairs, self._names = (
                _session(folder / f"{name}.onnx") for name in ("encoder", "pairs", "names")
            )
            self.classes: tuple[str, ...] = tuple(declared["classes"])
            self.kinds: dict[str, int] = {kind: number for number, kind in enumerate(declared["kinds"])}
        except Exception as error:
            raise InvalidDeclaration(folder.name, f"holds no network ({error})") from error

    def encode(self, window: Window) -> Floats:
        """A vector for each piece of a window, one more before and behind."""
        ids = numpy.array([OPEN, *window.ids, CLOSE], dtype=numpy.int64)
        marks = numpy.array([0, *window.marks, 0], dtype=numpy.int64)
        return numpy.asarray(self._encoder.run(None, {"ids": ids, "marks": marks})[0], dtype=numpy.float32)

    def pair_odds(self, encoded: Floats, asked: Sequence[Asked]) -> Floats:
        """The log-odds of each class for each pair of a window, each by itself."""
        count, length = len(asked), len(encoded)
        left, right = (numpy.zeros((count, length), dtype=numpy.float32) for _ in range(2))
        segments = numpy.full((count, length), -1, dtype=numpy.int64)
        votes = numpy.zeros((count, len(self.classes)), dtype=numpy.float32)
        for row, one in enumerate(asked):
            left[row, [index + 1 for index in one.left]] = 1
            right[row, [index + 1 for index in one.right]] = 1
            segments[row, 1 : len(one.segments) + 1] = one.segments
            votes[row, list(one.votes)] = 1
        kinds = numpy.array([one.kinds for one in asked], dtype=numpy.int64)
        flags = numpy.array([one.flags for one in asked], dtype=numpy.float32)
        given = {
            "states": encoded, "left": left, "right": right, "segments": segments, "kinds": kinds, "flags": flags,
            "votes": votes,
        }  # fmt: skip
        return numpy.asarray(self._pairs.run(None, given)[0], dtype=numpy.float32)

    def kind_chances(self, encoded: Floats, places: Sequence[range]) -> Floats:
        """The probability of each kind, and last of none, for runs of pieces of a window that was given no names."""
        edges = numpy.array([(place.start + 1, place.stop) for place in places], dtype=numpy.int64)
        odds = self._names.run(None, {"states": encoded, "edges": edges})[0]
        powers = numpy.exp(odds - odds.max(axis=1, keepdims=True))
        return numpy.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=numpy.float32)


def chances_of(odds: Floats) -> Floats:
    """Log-odds as probabilities."""
    return numpy.asarray(1 / (1 + numpy.exp(-odds)), dtype=numpy.float32)


class Encoded:
    """Windows encoded in reading order; the last is kept, for all those of a long digest would fill the memory."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._last: tuple[Window, Floats] | None = None

    def of(self, window: Window) -> Floats:
        """As `Network.encode`."""
        if self._last is None or self._last[0] is not window:
            self._last = window, self._network.encode(window)
        return self._last[1]


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # Errors only.
    options.add_session_config_entry("session.disable_quant_qdq", "1")  # Weights are made whole once, not at each run.
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def load_network(folder: Path = DATA_FOLDER / "models") -> Network | None:
    """The network; None when none was made.

    Raises:
        InvalidDeclaration: the files are not what they are called.
    """
    return Network(folder) if (folder / "network.json").exists() else None
