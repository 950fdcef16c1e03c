"""How the words of a clause are tagged where the taggers of spaCy are known to be wrong."""

import pytest

from tests.extraction.claims.examples import clause_of


@pytest.mark.parametrize(
    ("marked", "word", "tag"),
    [
        ("[Standard AGENTS.md] est adopté par des projets open source incluant [Product Cursor].", "open", "ADJ"),
        ("[Standard AGENTS.md] est adopté par des projets open source incluant [Product Cursor].", "source", "ADJ"),
        ("[Organization Meta] publie un modèle open-weight.", "open-weight", "ADJ"),
        ("[Organization Meta] cite une source.", "source", "NOUN"),
    ],
)
def test_borrowed_adjectives_are_adjectives(marked: str, word: str, tag: str) -> None:
    clause, _ = clause_of(marked, "fr")
    assert [token.tag for token in clause.tokens if token.low == word] == [tag]


def test_the_dot_of_a_legal_form_is_no_word() -> None:
    clause, _ = clause_of("Amgen buys [Organization Microsoft Corp].'s [Product Copilot].", "en")
    assert [token.low for token in clause.tokens] == ["amgen", "buys", "microsoft corp", "'s", "copilot", "."]
