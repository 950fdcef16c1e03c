"""What may be a name in the corpus, and what it is: the candidates of the name finder, and the names themselves."""

from collections.abc import Mapping

from tokenizers import Tokenizer

from extraction.catalogue import load_catalogue
from extraction.document import Block, BlockKind
from extraction.mentions.candidates import find_candidates
from extraction.mentions.lexicon import load_lexicon
from extraction.mentions.lines import read_lines
from extraction.network import opening, windows
from extraction.training.corpus import CorpusDigest

Place = tuple[int, int, int]
"""First and last piece of a window, and the number of a kind; the last kind is none."""


def places(given: CorpusDigest, tokenizer: Tokenizer, kinds: Mapping[str, int]) -> dict[int, list[Place]]:
    """By the first sentence of a window, what is and what is not a name in it."""
    language, text = given.digest.language, given.digest.text
    truth = {(name.start, name.end): kinds[given.entities[name.entity].kind] for name in given.names}
    spans: dict[tuple[int, int], int] = {(name.start, name.end): name.sentence for name in given.names}
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)) for _ in range(given.sentences[-1].item + 1))
    lexicon = load_lexicon(language)
    lines = read_lines(given.digest.model_copy(update={"blocks": blocks}), given.sentences, load_catalogue(), lexicon)
    for number, line in enumerate(lines):
        for one in find_candidates(text, number, line, lexicon):
            spans[one.start, one.end] = line.sentence
    parts = windows(text, given.sentences, [], [], tokenizer, kinds)
    found: dict[int, list[Place]] = {}
    firsts = {window: position for position, window in opening(parts).items()}
    for (start, end), sentence in sorted(spans.items()):
        window = parts[sentence]
        run = window.pieces(start, end)
        if run:
            found.setdefault(firsts[window], []).append(
                (run.start, run.stop - 1, truth.get((start, end), len(kinds) - 1))
            )
    return found
