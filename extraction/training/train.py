"""Train the network on the corpus, measure it on items it did not see, and write it to `data/models`."""

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from extraction.training.base import kept_pieces, load_base, tokenizer_of
from extraction.training.batches import Batch, plain_batches, training_batches
from extraction.training.corpus import load_corpus
from extraction.training.examples import Text
from extraction.training.export import export
from extraction.training.material import LANGUAGES, read_material, words
from extraction.training.measure import Measured, Named, summary
from extraction.training.network import TrainedNetwork
from extraction.training.resume import resume
from extraction.training.sampling import Sampler
from extraction.training.swapping import Pieces, pools
from graph.ontology import load_ontology
from graph.settings import DATA_FOLDER

LAYERS = 6
"""Of the encoder's twelve; with all, training and reading take twice as long."""
PIECES = 32_000
"""Pieces kept of the encoder's 250,000."""
FIRST, EPOCHS, GO_ON = 4, 7, 4
"""Rounds through the short items alone, and then through all; and rounds with which training goes on. By hand, for some
hours of two cores."""
SHORT = 96
"""Pieces in a short item: one to three sentences. A paragraph of a digest has twice as many, and a claim in it depends
on more of them; sentences are learned before paragraphs, as in Bengio et al. (2009)."""
BATCH = 1_600
"""Pieces in a batch."""
RATE, HEAD_RATE = 1e-4, 8e-4
"""Greatest learning rates; usual ones for a small encoder and for what is new."""
WARM, LAST_RATE = 120, 0.02
"""Steps in which the rates rise; then they hold, and fall to this share while all items are read."""
DROPOUT, HEAD_DROPOUT = 0.1, 0.2
NAMING = 0.5
"""Share of the batches in which it also learns to tell names; all would take twice as long. Where training went on last
it was 0.15: names are read well by then."""
REAL = 2
"""Times that each annotated text of others is read in a round: they are few beside the corpus, and nearer to what is
read for in the end."""
MIN_CLASS = 8
"""Examples that a class must have."""
OTHER = "Other"
"""Stands for a kind that the network does not know."""


def train(
    *,
    folder: Path = DATA_FOLDER / "models",
    layers: int = LAYERS,
    first: int = FIRST,
    epochs: int = EPOCHS,
    go_on: bool = False,
    others: Path | None = None,
) -> str:
    """Train, write the network, and say in lines what the items held back measured.

    Args:
        folder: Where the network is written, and where training goes on from.
        layers: Of the encoder.
        first: Rounds through the short items alone.
        epochs: Rounds through all.
        go_on: Begin with the network in the folder, its pieces, classes and kinds, and not with the base.
        others: The folder of the checkouts whose texts `data/annotations` annotates; without it, the corpus alone is
            learned.
    """
    torch.manual_seed(1)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(os.cpu_count() or 1)
    base = load_base()
    corpus = {language: load_corpus(language) for language in LANGUAGES}
    if go_on:
        declared = json.loads((folder / "network.json").read_text("utf-8"))
        kept, tokenizer = list(range(PIECES)), Tokenizer.from_file(str(folder / "tokenizer.json"))
        kinds = {kind: number for number, kind in enumerate(declared["kinds"])}
    else:
        kept = kept_pieces(base, (item.text for items in corpus.values() for item in items), words(), limit=PIECES)
        tokenizer = tokenizer_of(base, kept)
        kinds = {kind: number for number, kind in enumerate([*sorted(map(str, load_ontology().kinds)), OTHER])}
    learned, real, held = read_material(corpus, others, tokenizer, kinds)
    counts = Counter(name for text in (*learned, *real) for example in text.examples for name in example.classes)
    names = declared["classes"] if go_on else sorted(name for name, n in counts.items() if n >= MIN_CLASS)
    classes = {name: number for number, name in enumerate(names)}
    network = TrainedNetwork(
        base, kept, kinds=len(kinds), classes=len(classes), layers=layers, dropout=DROPOUT, head_dropout=HEAD_DROPOUT
    )
    if go_on:
        resume(network, folder)
    _fit(network, learned, real, held, classes, kinds, pools(tokenizer, kinds), 0 if go_on else first, epochs)
    measured, named = _measure(network, held, classes)
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder, classes=len(classes))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    declared = {"classes": list(classes), "kinds": list(kinds)}
    (folder / "network.json").write_text(json.dumps(declared, indent=1) + "\n", "utf-8")
    return summary(measured, named, classes)


def _fit(
    network: TrainedNetwork,
    learned: Sequence[Text],
    real: Sequence[Text],
    held: Sequence[Text],
    classes: dict[str, int],
    kinds: dict[str, int],
    names: dict[int, list[Pieces]],
    first: int,
    epochs: int,
) -> None:
    random = Random(1)
    short = [text for text in learned if len(text.window.ids) <= SHORT]
    groups = [
        {"params": [one for one in network.encoder.parameters() if one.requires_grad], "lr": RATE},
        {"params": [one for head in (network.pairs, network.names) for one in head.parameters()], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    greatest = [group["lr"] for group in optimizer.param_groups]
    step, sampler = 0, Sampler()
    for epoch, everything in enumerate([False] * first + [True] * epochs):
        network.train()
        drawn = sampler.draw(len(learned), random) if everything else []
        chosen = [learned[number] for number in drawn] + [*real] * REAL if everything else short
        losses, read = [], 0
        for batch in training_batches(chosen, classes, kinds, names, BATCH, random):
            share = _rate_at(step, epoch + read / len(chosen) - first, epochs)
            for group, rate in zip(optimizer.param_groups, greatest, strict=True):
                group["lr"] = rate * share
            odds = _pair_odds(network, batch)
            each = functional.binary_cross_entropy_with_logits(odds, batch.truth, reduction="none").sum(1)
            loss = each.mean()
            if random.random() < NAMING:
                loss = loss + functional.cross_entropy(_name_odds(network, batch), batch.kind)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append(float(loss.detach()))
            for number, together in enumerate(batch.read):
                own = each.detach()[batch.owner == number]
                if everything and len(own):
                    sampler.saw((drawn[one] for one in together if one < len(drawn)), float(own.mean()))
            step, read = step + 1, read + sum(map(len, batch.read))
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.3f}", flush=True)
        print(summary(*_measure(network, held, classes), classes, short=True), flush=True)


def _rate_at(step: int, done: float, epochs: int) -> float:
    """The share of the greatest rate at a step, when so many of the rounds through all items are done."""
    return min((step + 1) / WARM, max(LAST_RATE, 1 - max(done, 0.0) / epochs))


def _states(network: TrainedNetwork, batch: Batch, marks: Tensor) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=network.training):
        states = network.encoder(batch.ids, marks, batch.filled)
    return states.float()


def _pair_odds(network: TrainedNetwork, batch: Batch) -> Tensor:
    states = _states(network, batch, batch.marks)
    given = (batch.left, batch.right, batch.segments, batch.kinds, batch.flags, batch.votes)
    return network.pairs(states, *given, batch.owner)


def _name_odds(network: TrainedNetwork, batch: Batch) -> Tensor:
    """Of what may be a name, in texts that were given no names."""
    return network.names(_states(network, batch, torch.zeros_like(batch.marks)), batch.named, batch.edges)


def _measure(
    network: TrainedNetwork, held: Sequence[Text], classes: dict[str, int]
) -> tuple[list[Measured], list[Named]]:
    """What the network says of the pairs and of the names of items that it was not trained on."""
    network.eval()
    found: list[Measured] = []
    named: list[Named] = []
    with torch.no_grad():
        for batch in plain_batches(held, classes, 32):
            odds = _pair_odds(network, batch)
            found += [
                Measured(*row)
                for row in zip(
                    torch.sigmoid(odds).numpy(), batch.truth.numpy() > 0, batch.votes.numpy() > 0, strict=True
                )
            ]
            chances = torch.softmax(_name_odds(network, batch), 1)
            named += [Named(*row) for row in zip(chances.numpy(), batch.kind.tolist(), strict=True)]
    return found, named
