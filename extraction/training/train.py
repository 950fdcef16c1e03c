"""Fit the pair model of a language: one logistic regression a class over the features of pairs of names.

A class is a predicate and the way it reads; each is fitted by itself, since a pair may state two. Features met in one
item only are dropped, small weights too, and the rest is kept in 16 bits: a table that numpy alone can read.
"""

import io
import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy
import numpy.typing
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from extraction.training.corpus import load_corpus
from extraction.training.examples import Example, examples
from graph.settings import DATA_FOLDER

MIN_COUNT = 3
"""Items in which a feature must occur; chosen by cross-validation on the corpus."""
STRENGTH = 1.0
"""Inverse of the L2 penalty; chosen by cross-validation on the corpus."""
FOLDS = 3
MIN_CLASS = 8
"""Examples that a class must have."""
SPEAKS = 0.82
"""Share of right answers that a class must reach in cross-validation where no trigger spoke; chosen on our gold."""
MIN_TOLD = 6
"""Answers below which a share says nothing."""
LEAST = 0.4
"""A class never speaks below this probability, whatever cross-validation says."""
Table = numpy.typing.NDArray[numpy.float32]


def train_language(language: str, *, folder: Path = DATA_FOLDER / "models") -> str:
    """Train, write the model, and say in lines what cross-validation measured."""
    items = load_corpus(language)
    found = examples(items, language)
    names, matrix = _matrix(found)
    counts = Counter(name for example in found for name in example.classes)
    classes = sorted(name for name, count in counts.items() if count >= MIN_CLASS)
    chances = _cross_validated(found, matrix, classes)
    folder.mkdir(parents=True, exist_ok=True)
    speaks = _thresholds(found, chances, classes)
    weights, bias = _fit(matrix, found, classes, range(len(found)))
    _write(folder / f"pairs.{language}.npz", names, classes, weights, bias, speaks)
    return summary(language, len(items), found, chances, classes, speaks)


def _matrix(found: Sequence[Example]) -> tuple[list[str], csr_matrix]:
    """The features that are kept, in order, and which example has which."""
    items: dict[str, set[int]] = defaultdict(set)
    for example in found:
        for feature in example.features:
            items[feature].add(example.item)
    names = sorted(feature for feature, holders in items.items() if len(holders) >= MIN_COUNT)
    index = {name: number for number, name in enumerate(names)}
    columns, ends = [], [0]
    for example in found:
        columns += sorted({index[feature] for feature in example.features if feature in index})
        ends.append(len(columns))
    data = numpy.ones(len(columns), dtype=numpy.float64)
    return names, csr_matrix((data, columns, ends), shape=(len(found), len(names)))


def _fit(
    matrix: csr_matrix, found: Sequence[Example], classes: Sequence[str], rows: Iterable[int]
) -> tuple[Table, Table]:
    """Weights (features by classes) and biases of all classes, from some of the examples."""
    chosen = list(rows)
    weights = numpy.zeros((matrix.shape[1], len(classes)), dtype=numpy.float32)
    bias = numpy.full(len(classes), -12.0, dtype=numpy.float32)
    part = matrix[chosen]
    for number, name in enumerate(classes):
        labels = numpy.array([name in found[row].classes for row in chosen])
        if labels.any():
            model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=0.01, max_iter=200)
            model.fit(part, labels)
            weights[:, number], bias[number] = model.coef_[0], model.intercept_[0]
    return weights, bias


def _cross_validated(found: Sequence[Example], matrix: csr_matrix, classes: Sequence[str]) -> Table:
    """The probability of each class for each example, from models that did not see its item."""
    chances = numpy.zeros((len(found), len(classes)), dtype=numpy.float32)
    groups = [example.item for example in found]
    for learnt, held in GroupKFold(FOLDS).split(groups, groups=groups):
        weights, bias = _fit(matrix, found, classes, learnt)
        chances[held] = 1 / (1 + numpy.exp(-(matrix[held] @ weights + bias)))
    return chances


def _thresholds(found: Sequence[Example], chances: Table, classes: Sequence[str]) -> Table:
    """For each class the probability from which it speaks where triggers are silent; 2 for never."""
    speaks = numpy.full(len(classes), 2.0, dtype=numpy.float32)
    for number, name in enumerate(classes):
        silent = sorted(
            (
                (float(chance), name in example.classes)
                for example, chance in zip(found, chances[:, number], strict=True)
                if name not in example.told
            ),
            reverse=True,
        )
        right = 0
        for count, (chance, good) in enumerate(silent, start=1):
            right += good
            if count >= MIN_TOLD and right / count >= SPEAKS:
                speaks[number] = max(chance, LEAST)
    return speaks


def _write(
    path: Path,
    features: list[str],
    classes: list[str],
    weights: Table,
    bias: Table,
    speaks: Table,
) -> None:
    """Write a .npz whose bytes depend on the weights alone (numpy.savez would put the time into it)."""
    scale = float(numpy.abs(weights).max()) / 32767
    tables: dict[str, numpy.typing.NDArray[numpy.generic]] = {
        "features": numpy.frombuffer(json.dumps(features, ensure_ascii=False).encode(), dtype=numpy.uint8),
        "classes": numpy.frombuffer(json.dumps(classes).encode(), dtype=numpy.uint8),
        "weights": numpy.round(weights / scale).astype(numpy.int16),
        "scale": numpy.array(scale),
        "bias": bias,
        "speaks": speaks,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, table in tables.items():
            buffer = io.BytesIO()
            numpy.lib.format.write_array(buffer, table, allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )


def summary(
    language: str,
    items: int,
    found: Sequence[Example],
    chances: Table,
    classes: Sequence[str],
    speaks: Table,
) -> str:
    """What cross-validation says: triggers alone, and triggers with the model."""
    total: Counter[str] = Counter()
    per: dict[str, Counter[str]] = defaultdict(Counter)
    for example, row in zip(found, chances, strict=True):
        spoken = {name for name, chance, least in zip(classes, row, speaks, strict=True) if chance >= least}
        for label, told in (("triggers", example.told), ("both", example.told | spoken)):
            total[f"{label} right"] += len(told & example.classes)
            total[f"{label} told"] += len(told)
            for name in told | example.classes:
                per[f"{label} {name[:-1]}"][f"{'t' if name in told else 'f'}{name in example.classes}"] += 1
        total["stated"] += len(example.classes)
    lines = [f"{language}: {items} items, {len(found)} pairs, {total['stated']} claims"]
    for label in ("triggers", "both"):
        lines.append(
            f"  {label}: precision {total[f'{label} right'] / max(total[f'{label} told'], 1):.3f}, "
            f"recall {total[f'{label} right'] / max(total['stated'], 1):.3f}"
        )
    for name in sorted(key for key in per if key.startswith("both ")):
        count = per[name]
        lines.append(f"    {name[5:]}: right {count['tTrue']}, wrong {count['tFalse']}, missed {count['fTrue']}")
    return "\n".join(lines)
