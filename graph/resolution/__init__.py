"""Resolution: which entities of a graph are one thing. Pairs are found, scored and explained; judgements follow.

`resolve` merges what is certain, `review` lists what a person should decide, `score_pair` compares two entities.
"""

from graph.resolution.matcher import MERGE, REVIEW, score_pair
from graph.resolution.records import Explanation, Match, Portrait
from graph.resolution.resolve import ResolutionReport, resolve, review

__all__ = [
    "MERGE",
    "REVIEW",
    "Explanation",
    "Match",
    "Portrait",
    "ResolutionReport",
    "resolve",
    "review",
    "score_pair",
]
