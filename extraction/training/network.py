"""The network as it is trained: an encoder of text, and a head that is asked about pairs of places in it.

The encoder is the first layers of a BERT, which also sees whose name a piece is part of. The head joins the two places,
what a pair's own attention picks from the text, their kinds, and what the triggers read of them: typed marks and
entity-aware context as in Zhou and Chen (2022) and Zhou et al. (2021), here for many pairs of one text at once.
"""

import math

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

from extraction.training.base import Base

HEADS = 12
"""Of the encoder, which decides it; the head's own attention has a third."""
KIND_WIDTH = 48
SEGMENTS = 6
FLAGS = 4
RARE = -4.0
"""Log-odds of a class before anything is learned: one pair in fifty."""


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self, base: Base, number: int, dropout: float) -> None:
        super().__init__()
        parts = {"query": "q", "key": "k", "value": "v", "out": "ao", "wide": "fi", "narrow": "fo"}
        for name, short in parts.items():
            bias = torch.tensor(base.tensors[f"l{number}.{short}.b"])
            weight = torch.tensor(base.tensors[f"l{number}.{short}.w"]).view(len(bias), -1)
            linear = nn.Linear(weight.shape[1], weight.shape[0])
            linear.load_state_dict({"weight": weight, "bias": bias})
            setattr(self, name, linear)
        self.after_attention = _norm(base, f"l{number}.aln")
        self.after_all = _norm(base, f"l{number}.oln")
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of the next layer; `mask` is added to the attention's scores."""
        texts, length, width = states.shape

        def parted(values: Tensor) -> Tensor:
            return values.view(texts, length, HEADS, width // HEADS).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            parted(self.query(states)), parted(self.key(states)), parted(self.value(states)), attn_mask=mask
        )
        joined = attended.transpose(1, 2).reshape(texts, length, width)
        states = self.after_attention(states + self.dropout(self.out(joined)))
        return self.after_all(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Encoder(nn.Module):
    """Vectors for the pieces of texts, padded to one length."""

    def __init__(self, base: Base, kept: list[int], kinds: int, *, layers: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(base.table("emb.word")[kept]), freeze=True)
        places = base.table("emb.pos") + base.table("emb.type")[0]
        self.places = nn.Embedding.from_pretrained(torch.tensor(places), freeze=False)
        self.marks = nn.Embedding(1 + 2 * kinds, base.width)
        self.marks.weight.data.mul_(0.02)  # As small as the encoder's own vectors, so that it starts as it was.
        self.norm = _norm(base, "emb.ln")
        self.layers = nn.ModuleList(Layer(base, number, dropout) for number in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, marks: Tensor, filled: Tensor) -> Tensor:
        """Vectors [texts, pieces, width] of ids, marks and which places are filled, each [texts, pieces]."""
        places = self.places(torch.arange(ids.shape[1], device=ids.device))[None]
        states = self.dropout(self.norm(self.words(ids) + self.marks(marks) + places))
        mask = torch.zeros(filled.shape).masked_fill(~filled, -1e4)[:, None, None, :]
        mask = mask.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else states.dtype)
        for layer in self.layers:
            states = layer(states, mask)
        return states


class Head(nn.Module):
    """Log-odds of each class for pairs of places."""

    def __init__(self, width: int, kinds: int, classes: int, *, dropout: float) -> None:
        super().__init__()
        self.heads = HEADS // 3
        self.left_kind, self.right_kind = nn.Embedding(kinds, KIND_WIDTH), nn.Embedding(kinds, KIND_WIDTH)
        self.flags = nn.Linear(FLAGS, KIND_WIDTH)
        self.unsaid = nn.Parameter(torch.zeros(width))
        self.segments = nn.Embedding(SEGMENTS, width)
        self.segments.weight.data.mul_(0.1)
        self.query = nn.Sequential(nn.Linear(2 * width + 3 * KIND_WIDTH, width), nn.GELU(), nn.Linear(width, width))
        self.key, self.value = nn.Linear(width, width), nn.Linear(width, width)
        self.joined = nn.Linear(4 * width + 3 * KIND_WIDTH, width)
        self.heard = nn.Linear(classes, width, bias=False)
        self.out, self.repeated = nn.Linear(width, classes), nn.Linear(classes, classes)
        self.out.bias.data.fill_(RARE)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self,
        states: Tensor,
        left: Tensor,
        right: Tensor,
        segments: Tensor,
        kinds: Tensor,
        flags: Tensor,
        votes: Tensor,
        owner: Tensor | None = None,
    ) -> Tensor:
        """Log-odds [pairs, classes].

        Args:
            states: Of the texts, [texts, pieces, width].
            left: 1 for the pieces of the left place, else 0, [pairs, pieces]; `right` likewise.
            right: Of the right place.
            segments: Where a piece stands, see `extraction.network.model`; -1 for what is not text.
            kinds: Of the left and of the right, [pairs, 2].
            flags: [pairs, 4].
            votes: 1 for a class that triggers read, [pairs, classes].
            owner: The text of each pair, [pairs], in the order of the texts; None where there is but one text.
        """
        keys, values = self.key(states), self.value(states)
        if owner is None:
            seen = self._seen(states[0], keys[0], values[0], left, right, segments, kinds, flags)
        else:
            counts = torch.bincount(owner, minlength=len(states)).tolist()
            parts = zip(*(one.split(counts) for one in (left, right, segments, kinds, flags)), strict=True)
            texts = zip(states, keys, values, parts, strict=True)
            seen = torch.cat([self._seen(*text, *part) for *text, part in texts])
        mixed = self.joined(self.dropout(seen))
        mixed = self.dropout(functional.gelu(mixed + self.heard(votes)))
        return self.out(mixed) + self.repeated(votes)

    def _seen(
        self,
        states: Tensor,
        keys: Tensor,
        values: Tensor,
        left: Tensor,
        right: Tensor,
        segments: Tensor,
        kinds: Tensor,
        flags: Tensor,
    ) -> Tensor:
        """What is seen of the pairs of one text, [pairs, wide]; nothing here has a vector for each pair and piece."""
        one, other = self._mean(states, left), self._mean(states, right)
        known = [self.left_kind(kinds[:, 0]), self.right_kind(kinds[:, 1]), self.flags(flags)]
        picked = self._pick(self.query(torch.cat([one, other, *known], 1)), keys, values, segments)
        return torch.cat([one, other, one * other, picked, *known], 1)

    def _mean(self, states: Tensor, pieces: Tensor) -> Tensor:
        count = pieces.sum(1, keepdim=True)
        return torch.matmul(pieces, states) / count.clamp(min=1) + (count == 0) * self.unsaid

    def _pick(self, query: Tensor, keys: Tensor, values: Tensor, segments: Tensor) -> Tensor:
        """Attention of each pair to the pieces, each shifted by a vector for where it stands."""
        query, keys, values, shifts = (
            one.unflatten(1, (self.heads, -1)).transpose(0, 1) for one in (query, keys, values, self.segments.weight)
        )
        where = segments.clamp(min=0)[None].expand(self.heads, -1, -1)
        near = torch.matmul(query, shifts.transpose(1, 2))
        scores = (torch.matmul(query, keys.transpose(1, 2)) + near.gather(2, where)) / math.sqrt(query.shape[-1])
        weights = scores.masked_fill((segments < 0)[None], -1e4).softmax(-1)
        shares = torch.zeros_like(near).scatter_add(2, where, weights)
        picked = torch.matmul(weights, values) + torch.matmul(shares, shifts)
        return picked.transpose(0, 1).flatten(1)


class Namer(nn.Module):
    """Log-odds of each kind, and last of none, for runs of pieces of a text that was given no names."""

    def __init__(self, width: int, kinds: int, *, dropout: float) -> None:
        super().__init__()
        self.mixed, self.out = nn.Linear(4 * width, width), nn.Linear(width, kinds)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, owner: Tensor, edges: Tensor) -> Tensor:
        """Log-odds [runs, kinds] from states [texts, pieces, width], and the text, first and last piece of each run."""
        first, last = edges[:, 0], edges[:, 1]
        seen = [states[owner, at] for at in (first, last, first - 1, last + 1)]
        return self.out(self.dropout(functional.gelu(self.mixed(self.dropout(torch.cat(seen, 1))))))


class TrainedNetwork(nn.Module):
    """Encoder and heads."""

    def __init__(
        self, base: Base, kept: list[int], *, kinds: int, classes: int, layers: int, dropout: float, head_dropout: float
    ) -> None:
        super().__init__()
        self.encoder = Encoder(base, kept, kinds, layers=layers, dropout=dropout)
        self.pairs = Head(base.width, kinds, classes, dropout=head_dropout)
        self.names = Namer(base.width, kinds, dropout=head_dropout)


def _norm(base: Base, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.width, eps=1e-12)
    arrays = {"weight": f"{name}.w", "bias": f"{name}.b"}
    norm.load_state_dict({part: torch.tensor(numpy.array(base.tensors[key])) for part, key in arrays.items()})
    return norm
