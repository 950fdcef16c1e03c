"""What may be a name in the corpus, and what it is: the candidates of the name finder, and the names themselves."""

from collections.abc import Mapping

from tokenizers import Tokenizer

from extraction.catalogue import load_catalogue
from extraction.document import Block, BlockKind
from extraction.mentions.candidates import find_candidates
from extraction.mentions.lexicon import load_lexicon
from extraction.mentions.lines import read_lines
from extraction.network import windows
from extraction.training.corpus import CorpusDigest

Place = tuple[int, int, int]
"""First and last piece of a window, and the number of a kind; the last kind is none."""


def places(given: CorpusDigest, tokenizer: Tokenizer, kinds: Mapping[str, int]) -> dict[int, list[Place]]:
    """By the number of an item, what is and what is not a name in its window."""
    language, text = given.digest.language, given.digest.text
    truth = {(name.start, name.end): kinds[given.entities[name.entity].kind] for name in given.names}
    spans: dict[tuple[int, int], int] = {
        (name.start, name.end): given.sentences[name.sentence].item for name in given.names
    }
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)) for _ in range(given.sentences[-1].item + 1))
    lexicon = load_lexicon(language)
    lines = read_lines(given.digest.model_copy(update={"blocks": blocks}), given.sentences, load_catalogue(), lexicon)
    for number, line in enumerate(lines):
        for one in find_candidates(text, number, line, lexicon):
            spans[one.start, one.end] = given.sentences[line.sentence].item
    parts = windows(text, given.sentences, [], [], tokenizer, kinds)
    firsts = {sentence.item: sentence.position for sentence in reversed(given.sentences)}
    found: dict[int, list[Place]] = {}
    for (start, end), item in sorted(spans.items()):
        run = parts[firsts[item]].pieces(start, end)
        if run:
            found.setdefault(item, []).append((run.start, run.stop - 1, truth.get((start, end), len(kinds) - 1)))
    return found
