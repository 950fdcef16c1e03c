"""Measuring an extractor: gold annotation, scores and the list of what was lost where."""

from extraction.evaluation.gold import check_gold, digest_path, load_gold
from extraction.evaluation.misses import Miss, Stage
from extraction.evaluation.records import (
    GoldClaim,
    GoldDocument,
    GoldEntity,
    SystemClaim,
    SystemDocument,
    SystemEntity,
)
from extraction.evaluation.rendering import render
from extraction.evaluation.report import Report, Tally
from extraction.evaluation.score import evaluate, score_document, score_documents

__all__ = [
    "GoldClaim",
    "GoldDocument",
    "GoldEntity",
    "Miss",
    "Report",
    "Stage",
    "SystemClaim",
    "SystemDocument",
    "SystemEntity",
    "Tally",
    "check_gold",
    "digest_path",
    "evaluate",
    "load_gold",
    "render",
    "score_document",
    "score_documents",
]
