"""Blocks, items, labels and roles of digests in every form, written for these tests."""

import pytest

from extraction.document import BlockKind, DigestText
from extraction.readers import read_digest
from extraction.sentences import split_sentences

_BULLETS = """Veille IA – Mars 2025

Nouveaux modèles

- **Acme dévoile Zed 2, un modèle ouvert** – Le 3 mars, Acme a publié *Zed 2*. Il est rapide. **Analyse** : C'est un
  pari risqué. Acme pourrait perdre.
- **Vers Zed 3 ?** – Aucune date n'est connue, mais la société Acme continue de travailler sur sa version avec des

partenaires européens. Source : Le Journal

Perspectives pour les prochains mois

Acme devrait sortir Zed 3 en juin.
"""
_PODCAST = """### Data et IA

Ada a écrit un serveur pour arXiv
[https://a.b/c](https://a.b/c)

- Écrit en Java.
- Objectif : lire les papiers
  - avec un client

Beta sort la version 2 [https://a.b/d](https://a.b/d)

- Plus rapide
"""
_KEYS = """**CATÉGORIE :** Marché
**TITRE :** Acme rachète Beta
**DESCRIPTION :** Acme a racheté Beta.
La vente est close.
**SOURCES :**
- https://a.b/c

**TITRE :** Gamma lève 3 M€
Acquéreur : Acme
"""
_NUMBERED = """# AI Weekly

25-31 Octobre 2025

## Critique

01

### [Acme lance Zed](https://a.b)

Acme dévoile Zed.

Source : Alpha

## Sources

1. Alpha - [alpha.ai](https://alpha.ai)
"""
_HTML = """<html><head><title>La Lettre</title><style>p{}</style></head><body>
<div style="display:none">Aperçu caché</div>
<table><tr><td><table><tr><td><h2>Acme rach&egrave;te Beta</h2>
<p>Acme a rachet&eacute;
<b>Beta</b>.<br>Prix&nbsp;: 3&nbsp;M€ <img src="pixel.gif"></p>
<ul><li>Un<ul><li>Deux</li></ul></li></ul></td></tr></table></td></tr></table>
<table><tr><th>Modèle</th><th>Éditeur</th></tr><tr><td>Zed</td><td>Acme</td></tr><tr><td>Ypsilon</td><td>Beta</td></tr></table>
<p><a href="u">Lire la suite →</a></p><p>Vous recevez cet e-mail de nous.</p>
<script>var a = "<p>non</p>";</script><footer>12 rue X</footer></body></html>
"""
_PLAIN = """LA VEILLE DU JOUR

Acme en fête
------------
Acme a publié un long communiqué sur son modèle, avec
une ligne coupée par le programme de messagerie.

• Premier point.
• Second point :
   – détail

Lire la suite : https://a.b/c
"""


def _rows(text: str) -> list[tuple[str, int, str, str, str]]:
    """(kind, item, label, role, text) of every sentence."""
    digest = read_digest(text.encode(), source="issue")
    return [
        (digest.blocks[s.block].kind.value, s.item, s.label, s.role.value, digest.text[s.start : s.end])
        for s in split_sentences(digest)
    ]


def test_bullets_have_a_headline_a_body_a_commentary_and_sources() -> None:
    unbroken = "mais la société Acme continue de travailler sur sa version avec des partenaires européens."
    long = f"Aucune date n'est connue, {unbroken}"
    assert _rows(_BULLETS) == [
        ("title", 1, "", "headline", "Veille IA – Mars 2025"),
        ("heading", 2, "", "headline", "Nouveaux modèles"),
        ("item", 3, "", "headline", "Acme dévoile Zed 2, un modèle ouvert"),
        ("item", 3, "", "body", "Le 3 mars, Acme a publié Zed 2."),
        ("item", 3, "", "body", "Il est rapide."),
        ("item", 3, "", "commentary", "C'est un pari risqué."),
        ("item", 3, "", "commentary", "Acme pourrait perdre."),
        ("item", 4, "", "headline", "Vers Zed 3 ?"),
        ("item", 4, "", "body", long),
        ("item", 4, "", "sources", "Source : Le Journal"),
        ("heading", 5, "", "headline", "Perspectives pour les prochains mois"),
        ("paragraph", 5, "", "outlook", "Acme devrait sortir Zed 3 en juin."),
    ]


def test_a_paragraph_broken_by_a_page_is_quoted_across_the_break() -> None:
    digest = read_digest(_BULLETS.encode(), source="issue")
    start = digest.text.index("version avec des partenaires")
    assert digest.quote(start, start + len("version avec des partenaires")) == "version avec des\n\npartenaires"


def test_a_headline_with_its_address_owns_the_list_that_follows() -> None:
    assert _rows(_PODCAST) == [
        ("heading", 1, "", "headline", "Data et IA"),
        ("paragraph", 2, "", "headline", "Ada a écrit un serveur pour arXiv"),
        ("item", 2, "", "body", "Écrit en Java."),
        ("item", 2, "", "body", "Objectif : lire les papiers"),
        ("item", 2, "", "body", "avec un client"),
        ("paragraph", 3, "", "headline", "Beta sort la version 2"),
        ("item", 3, "", "body", "Plus rapide"),
    ]


def test_key_value_lines_are_blocks_with_a_label() -> None:
    assert _rows(_KEYS) == [
        ("paragraph", 1, "CATÉGORIE", "metadata", "Marché"),
        ("paragraph", 1, "TITRE", "headline", "Acme rachète Beta"),
        ("paragraph", 1, "DESCRIPTION", "body", "Acme a racheté Beta."),
        ("paragraph", 1, "DESCRIPTION", "body", "La vente est close."),
        ("paragraph", 1, "", "sources", "SOURCES :"),
        ("paragraph", 2, "TITRE", "headline", "Gamma lève 3 M€"),
        ("paragraph", 2, "Acquéreur", "body", "Acme"),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "CATÉGORIE : Marché TITRE : Acme rachète Beta DESCRIPTION : Acme a racheté Beta. La vente est close.",
        "**Catégorie :** Marché **Titre :** Acme rachète Beta **Description :** Acme a racheté Beta. "
        "La vente est close.",
    ],
)
def test_a_record_run_into_one_paragraph_is_cut_before_its_labels(paragraph: str) -> None:
    assert [(label.casefold(), role, text) for _, _, label, role, text in _rows(f"# Lettre\n\n{paragraph}")[1:]] == [
        ("catégorie", "metadata", "Marché"),
        ("titre", "headline", "Acme rachète Beta"),
        ("description", "body", "Acme a racheté Beta."),
        ("description", "body", "La vente est close."),
    ]


def test_a_word_before_a_colon_inside_a_paragraph_cuts_nothing() -> None:
    text = "Titre : Acme rachète Beta, dont le catalogue a trois mots clés : vitesse, source : ouverte"
    assert [(label, text) for _, _, label, _, text in _rows(f"# Lettre\n\n{text}")[1:]] == [("Titre", text[8:])]


def test_a_whole_text_behind_the_label_of_metadata_is_read() -> None:
    prose = " ".join(f"Le jour {day}, Acme a sorti un modèle de plus." for day in range(1, 6))
    assert {row[3] for row in _rows(f"# Lettre\n\nCatégorie : {prose}")[1:]} == {"body"}
    assert {row[3] for row in _rows("# Lettre\n\nCatégorie : modèles de langue")[1:]} == {"metadata"}


def test_numbered_sections_and_source_lists() -> None:
    assert _rows(_NUMBERED) == [
        ("title", 1, "", "headline", "AI Weekly"),
        ("paragraph", 1, "", "metadata", "25-31 Octobre 2025"),
        ("heading", 2, "", "headline", "Critique"),
        ("paragraph", 2, "", "metadata", "01"),
        ("heading", 3, "", "headline", "Acme lance Zed"),
        ("paragraph", 3, "", "body", "Acme dévoile Zed."),
        ("paragraph", 3, "Source", "sources", "Alpha"),
        ("heading", 4, "", "sources", "Sources"),
        ("links", 5, "", "sources", "Alpha - alpha.ai"),
    ]


def test_html_tables_for_layout_are_looked_through_and_data_tables_are_rows() -> None:
    assert _rows(_HTML) == [
        ("title", 1, "", "headline", "Acme rachète Beta"),
        ("paragraph", 1, "", "body", "Acme a racheté Beta."),
        ("paragraph", 1, "Prix", "body", "3 M€"),
        ("item", 2, "", "body", "Un"),
        ("item", 2, "", "body", "Deux"),
        ("row", 2, "", "metadata", "Modèle | Éditeur"),
        ("row", 2, "Modèle | Éditeur", "body", "Zed | Acme"),
        ("row", 2, "Modèle | Éditeur", "body", "Ypsilon | Beta"),
        ("links", 2, "", "sources", "Lire la suite →"),
        ("paragraph", 2, "", "sources", "Vous recevez cet e-mail de nous."),
        ("paragraph", 2, "", "sources", "12 rue X"),
    ]


def test_plain_text_has_headings_bullets_and_wrapped_lines() -> None:
    body = "Acme a publié un long communiqué sur son modèle, avec une ligne coupée par le programme de messagerie."
    assert _rows(_PLAIN) == [
        ("title", 1, "", "headline", "LA VEILLE DU JOUR"),
        ("heading", 2, "", "headline", "Acme en fête"),
        ("paragraph", 2, "", "body", body),
        ("item", 3, "", "body", "Premier point."),
        ("item", 4, "", "body", "Second point :"),
        ("item", 4, "", "body", "détail"),
        ("links", 5, "", "sources", "Lire la suite :"),
    ]


@pytest.mark.parametrize(
    ("bullet", "parts"),
    [
        ("- **Zed 2 sort** – Acme le dit.", [("headline", "Zed 2 sort"), ("body", "Acme le dit.")]),
        ("- Acme à Lyon — Cent postes y naissent.", [("headline", "Acme à Lyon"), ("body", "Cent postes y naissent.")]),
        ("- [Acme opens Zed](http://a.b) - It is free.", [("headline", "Acme opens Zed"), ("body", "It is free.")]),
        ("- **Why it matters:** Zed is cheap.", [("commentary", "Zed is cheap.")]),
        ("- Acme sort Zed. Notre avis : trop cher.", [("body", "Acme sort Zed."), ("commentary", "trop cher.")]),
        ("- Acme sort Zed. [Lire la suite](http://a.b)", [("body", "Acme sort Zed."), ("sources", "Lire la suite")]),
        ("- Acme sort Zed. **Impact** Tout baisse.", [("body", "Acme sort Zed."), ("commentary", "Tout baisse.")]),
        # Near misses: no headline, no commentary, no sources.
        ("- **Acme** : lance Zed 2 en France", [("body", "Acme : lance Zed 2 en France")]),
        ("- Acme – éditeur de Zed – a levé 3 M€ en mars.", [("body", "Acme – éditeur de Zed – a levé 3 M€ en mars.")]),
        ("- Mars – Ada rejoint le laboratoire de Beta.", [("body", "Mars – Ada rejoint le laboratoire de Beta.")]),
        ("- Acme mesure son **impact** sur le climat", [("body", "Acme mesure son impact sur le climat")]),
        ("- Une analyse : Acme gagne sur tout", [("headline", "Une analyse"), ("body", "Acme gagne sur tout")]),
        ("- Acme l'a dit dans un [blog post](http://a.b)", [("body", "Acme l'a dit dans un blog post")]),
        ("- Le prix a été fixé par [@ada](http://x.y/1)", [("body", "Le prix a été fixé par @ada")]),
    ],
)  # fmt: skip
def test_leads_and_markers_inside_a_bullet(bullet: str, parts: list[tuple[str, str]]) -> None:
    text = f"## Actualités\n\n{bullet}\n- Autre point sans rapport.\n"
    found = [(role, words) for kind, item, _, role, words in _rows(text) if item == 2]
    assert found == parts


@pytest.mark.parametrize(
    ("paragraph", "item"),
    [
        ("[Acme opens the Zed](http://a.b) - It is free.", 2),
        ("**Acme opens the Zed** — It is free.", 2),
        # Near misses: a name for a lead, a headline that nothing marks, a link without a dash.
        ("**Acme** - It is free.", 1),
        ("Acme opens the Zed and [says so](http://a.b).", 1),
    ],
)
def test_a_line_of_news_is_an_item_of_its_own(paragraph: str, item: int) -> None:
    rows = _rows(f"## News\n\nBeta grows.\n\n{paragraph}\n")
    assert rows[-1][1] == item


def _clean(text: str) -> DigestText:
    return read_digest(f"Fin de la veille.\n\n{text}".encode(), source="issue.txt")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Voir https://a.b/c?d=e&f ici.", "Voir ici."),
        ("Acme (https://a.b/c_(d)) grandit.", "Acme grandit."),
        ("Acme \U0001f680 grandit\u00a0!", "Acme grandit !"),
        ("dévelop\u00adpement du mo\u200bdèle", "développement du modèle"),
        ("claude.ai et x.ai restent", "claude.ai et x.ai restent"),
    ],
)
def test_addresses_and_signs_are_no_text(raw: str, clean: str) -> None:
    digest = _clean(raw)
    assert digest.text.split("\n")[1] == clean


def test_typography_is_kept_beside_the_text() -> None:
    digest = read_digest(b"# A\n\nSee **Zed** and [the *paper*](http://a.b) or `zed-2`.", source="a.md")
    assert {(e.style, digest.text[e.start : e.end], e.target) for e in digest.emphases} == {
        ("strong", "Zed", ""),
        ("link", "the paper", "http://a.b"),
        ("em", "paper", ""),
        ("code", "zed-2", ""),
    }


_NEWS = "# Week 12\n\nMistral AI released Codestral.\n\n- OpenAI bought Rockset.\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"```markdown\n{_NEWS}```\n", {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.ITEM}),
        (f"```\n{_NEWS}", {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.ITEM}),
        (f"Published: 2025-03-20\n\n~~~\n{_NEWS}", {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.ITEM}),
        (f"{_NEWS}\n```\nimport torch\n```\n", {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CODE}),
        (f"{_NEWS}\n```python\nimport torch\n", {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CODE}),
        (f"```python\n{_NEWS}```\n", {BlockKind.CODE}),
        (
            f"# Week 11\n\n```python\nimport torch\n```\n\n{_NEWS * 3}",
            {BlockKind.CODE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM},
        ),
        (
            f"# Week 11\n\n```\nimport torch\n```\n\n{_NEWS * 3}",
            {BlockKind.CODE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM},
        ),
    ],
)
def test_a_digest_pasted_as_code_is_read_and_code_is_not(text: str, kinds: set[BlockKind]) -> None:
    assert {block.kind for block in read_digest(text.encode(), source="a.md").blocks} == kinds
