"""Fit the pair model of a language: multinomial logistic regression over the features of pairs of names.

Features met once are dropped, weights are kept in 16 bits: a model of some hundred kilobytes that numpy alone can read.
"""

import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from extraction.claims.learned import NONE
from extraction.claims.pairs import Pair, pairs
from extraction.training.corpus import CorpusSentence, clauses_of, load_corpus
from graph.ontology import load_ontology
from graph.settings import DATA_FOLDER

MIN_COUNT = 2
"""Sentences in which a feature must occur; chosen by cross-validation on the corpus."""
STRENGTH = 2.0
"""Inverse of the L2 penalty; chosen by cross-validation on the corpus."""
FOLDS = 5
TARGET_PRECISION = 0.9
"""Share of right answers that a class must reach in cross-validation to speak; chosen by hand."""
MIN_TOLD = 6
"""Answers of a class below which its share says nothing."""
LEAST_PROBABILITY = 0.5
"""A class never speaks below this, whatever cross-validation says."""


def train_language(language: str, *, folder: Path = DATA_FOLDER / "models") -> str:
    """Train, write the model, and say in lines what cross-validation measured."""
    sentences = load_corpus(language)
    examples, labels, groups = _examples(sentences, language)
    counts = Counter(feature for features in examples for feature in set(features))
    kept = [{feature: 1.0 for feature in features if counts[feature] >= MIN_COUNT} for features in examples]
    vectorizer = DictVectorizer(dtype=numpy.float32)
    matrix = vectorizer.fit_transform(kept)
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    chances = cross_val_predict(model, matrix, labels, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")
    model.fit(matrix, labels)
    folder.mkdir(parents=True, exist_ok=True)
    thresholds = _thresholds(labels, chances, [str(name) for name in model.classes_])
    _write(folder / f"pairs.{language}.npz", list(vectorizer.get_feature_names_out()), model, thresholds)
    return _summary(language, len(sentences), labels, chances, sorted(set(labels)))


def _examples(sentences: list[CorpusSentence], language: str) -> tuple[list[tuple[str, ...]], list[str], list[int]]:
    examples, labels, groups = [], [], []
    for number, (sentence, clause) in enumerate(zip(sentences, clauses_of(sentences, language), strict=True)):
        for pair in pairs(clause):
            examples.append(pair.features)
            labels.append(_label(sentence, pair))
            groups.append(number)
    return examples, labels, groups


def _label(sentence: CorpusSentence, pair: Pair) -> str:
    """The class of a pair: the first claim between the two names in the ontology's order, which is by importance."""
    order = [str(name) for name in load_ontology().predicates]
    found = []
    for claim in sentence.claims:
        symmetric = load_ontology().predicate(claim.predicate).symmetric
        if (claim.subject, claim.object) == (pair.left.surface, pair.right.surface):
            found.append(f"{claim.predicate}>")
        elif (claim.object, claim.subject) == (pair.left.surface, pair.right.surface):
            found.append(f"{claim.predicate}>" if symmetric else f"{claim.predicate}<")
    return min(found, key=lambda name: order.index(name[:-1]), default=NONE)


def _thresholds(labels: list[str], chances: numpy.ndarray, classes: list[str]) -> numpy.ndarray:
    """For each class the least probability from which cross-validation found it right often enough; 2 for never."""
    best = chances.argmax(axis=1)
    found = numpy.full(len(classes), 2.0)
    for index, name in enumerate(classes):
        told = sorted(
            (
                (row[index], label == name)
                for row, label, top in zip(chances, labels, best, strict=True)
                if top == index
            ),
            reverse=True,
        )
        right = 0
        for count, (chance, good) in enumerate(told, start=1):
            right += good
            if count >= MIN_TOLD and right / count >= TARGET_PRECISION:
                found[index] = max(chance, LEAST_PROBABILITY)
    return found


def _write(path: Path, features: list[str], model: LogisticRegression, thresholds: numpy.ndarray) -> None:
    """Write a .npz whose bytes depend on the weights alone (numpy.savez would put the time into it)."""
    weights = model.coef_.T
    scale = float(numpy.abs(weights).max()) / 32767
    tables = {
        "features": numpy.frombuffer(json.dumps(features, ensure_ascii=False).encode(), dtype=numpy.uint8),
        "classes": numpy.frombuffer(json.dumps([str(name) for name in model.classes_]).encode(), dtype=numpy.uint8),
        "weights": numpy.round(weights / scale).astype(numpy.int16),
        "scale": numpy.array(scale),
        "thresholds": thresholds.astype(numpy.float32),
        "bias": model.intercept_.astype(numpy.float32),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, table in tables.items():
            buffer = io.BytesIO()
            numpy.lib.format.write_array(buffer, table, allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )


def _summary(language: str, sentences: int, labels: list[str], chances: numpy.ndarray, classes: list[str]) -> str:
    lines = [
        f"{language}: {sentences} sentences, {len(labels)} pairs, "
        f"{sum(label != NONE for label in labels)} that state something"
    ]
    best = chances.argmax(axis=1)
    for threshold in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        told = [
            (classes[index], label)
            for index, row, label in zip(best, chances, labels, strict=True)
            if classes[index] != NONE and row[index] >= threshold
        ]
        right = sum(one == other for one, other in told)
        precision, recall = right / max(len(told), 1), right / max(sum(label != NONE for label in labels), 1)
        lines.append(f"  probability >= {threshold:.1f}: precision {precision:.3f}, recall {recall:.3f}")
    return "\n".join(lines)
