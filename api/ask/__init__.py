"""Questions in French and English, answered from the graph: `answer_question`."""

from api.ask.answering import answer_question

__all__ = ["answer_question"]
