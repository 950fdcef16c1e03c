"""Every clean character leads back to its own place in the original, whatever the markup."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extraction.document import DigestText
from extraction.readers import read_digest
from extraction.readers.inline import make_parser, read_inline
from extraction.readers.mapped import MappedText
from extraction.sentences import split_sentences

_PARSER = make_parser()
_ORACLE = MarkdownIt("commonmark")
_MARKUP = st.sampled_from(
    ["*", "**", "_", "`", "``", "[", "](http://a.b)", "![x](y)", "<br>", "<b>", "&eacute;", "&amp;", "\\*", "\\", "\n"]
)
_TAGS = """<p> </p> <td> <tr> <table> </table> <b> </b> <a~href='u'> </a> &nbsp; &#233; < <!-- --> <br/> <li> <ul> </ul>
<h2> </h2> <p~title=">"> <script> </script>"""
_TAG = st.sampled_from([tag.replace("~", " ") for tag in _TAGS.split()])
_WORD = st.sampled_from(["Meta", "a lancé", "LLaMA 4", "d'avril", " ", "  ", "(x)", "É", "😀", "GPT-4o", "."])
_PARAGRAPH = st.lists(st.one_of(_MARKUP, _WORD), max_size=25).map("".join)
_LINE_START = st.sampled_from(["", "# ", "- ", "> ", "1. ", "  - ", "| ", "**Analyse** : ", "Source : ", "\n"])
_DIGEST = st.lists(st.tuples(_LINE_START, _PARAGRAPH), min_size=1, max_size=12).map(
    lambda lines: "Veille du jour\n\n" + "\n".join(start + text for start, text in lines)
)


def _plain(tokens: list[Token]) -> str:
    parts: list[str] = []
    hidden = False
    for token in tokens:
        if token.markup == "autolink":
            hidden = token.nesting == 1
        elif token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and token.content == "<br>"):
            parts.append("\n")
        elif token.type in ("text", "text_special", "code_inline") and not hidden:
            parts.append(token.content)
    return "".join(parts)


@settings(max_examples=400, deadline=None)
@given(_PARAGRAPH)
def test_inline_text_is_what_markdown_it_reads(text: str) -> None:
    source = text.strip()
    read = read_inline(_PARSER, MappedText.verbatim(source, 7), {})
    assert read.text.text == _plain(_ORACLE.parseInline(source)[0].children or [])


@settings(max_examples=400, deadline=None)
@given(_PARAGRAPH)
def test_inline_characters_stand_where_the_map_says(text: str) -> None:
    source = text.strip()
    read = read_inline(_PARSER, MappedText.verbatim(source, 0), {}).text
    for character, start, end in zip(read.text, read.starts, read.ends, strict=True):
        if end - start == 1:
            assert source[start].replace("\n", " ") == character.replace("\n", " ")
    assert list(read.starts) == sorted(read.starts)


def _check_map(digest: DigestText) -> None:
    wide = dict(digest.offsets.wide)
    reached = 0
    for clean, original, length in digest.offsets.segments:
        assert original >= reached
        reached = original + wide.get(clean, length)
        if clean not in wide:
            found = digest.original[original : original + length]
            # An emoji becomes a space of the same place.
            assert re.sub(r"[\s😀]", " ", found) == digest.text[clean : clean + length].replace("\n", " ")


@settings(max_examples=200, deadline=None)
@given(_DIGEST)
def test_markdown_segments_are_verbatim_and_in_order(text: str) -> None:
    _check_map(read_digest(text.encode(), source="a.md"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_WORD, _TAG), max_size=30))
def test_html_segments_are_verbatim_and_in_order(parts: list[str]) -> None:
    text = "<html><body><p>Une veille</p>" + "".join(parts)
    _check_map(read_digest(text.encode(), source="a.html"))


@settings(max_examples=200, deadline=None)
@given(_DIGEST)
def test_every_sentence_has_a_quote_and_keeps_to_its_block(text: str) -> None:
    digest = read_digest(text.encode(), source="a.md")
    for sentence in split_sentences(digest):
        block = digest.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert digest.quote(sentence.start, sentence.end) in digest.original


@settings(max_examples=200, deadline=None)
@given(_DIGEST)
def test_blocks_and_stretches_are_in_order_and_do_not_overlap(text: str) -> None:
    digest = read_digest(text.encode(), source="a.md")
    reached = -1
    for block in digest.blocks:
        assert reached < block.start < block.end
        reached = block.end
        place = block.start
        for stretch in block.stretches:
            assert place <= stretch.start < stretch.end <= block.end
            place = stretch.end


def test_quotes_keep_markup_inside_and_leave_it_out_at_the_ends() -> None:
    digest = read_digest("# Un\n\nLe **[Pixel 9](http://a.b)** de *Google* sort à 10 h.\n".encode(), source="a.md")
    start = digest.text.index("Pixel")
    assert digest.quote(start, start + len("Pixel 9 de Google")) == "Pixel 9](http://a.b)** de *Google"
    assert digest.quote(start, start + len("Pixel 9")) == "Pixel 9"


def test_an_entity_at_the_end_of_a_span_is_quoted_whole() -> None:
    digest = read_digest(b"<html><p>AT&amp;T et Nestl&eacute; signent.</p></html>", source="a.html")
    start = digest.text.index("AT&")
    assert digest.quote(start, start + 3) == "AT&amp;"
    end = digest.text.index("Nestlé") + len("Nestlé")
    assert digest.quote(start, end) == "AT&amp;T et Nestl&eacute;"
