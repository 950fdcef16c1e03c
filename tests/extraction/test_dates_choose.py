"""Which date belongs to a claim: [trigger], <argument>; None where another statement owns the date."""

import re

import pytest

from extraction.dates import choose_date, find_dates

MARKS = re.compile(r"[\[\]<>]")

CASES = [
    ("fr", "Le 5 avril, Meta a [lancé] <Llama 4>.", "2025-04-05"),
    ("fr", "Meta a [lancé] <Llama 4> le 5 avril.", "2025-04-05"),
    ("fr", "Meta, qui a fondé FAIR en 2013, a [lancé] <Llama 4>.", None),
    ("fr", "Meta, qui a [fondé] <FAIR> en 2013, a lancé Llama 4.", "2013"),
    ("fr", "Fondée en 2015, <OpenAI> a [racheté] Rockset.", None),
    ("fr", "[Fondée] en 2015, <OpenAI> a racheté Rockset.", "2015"),
    ("fr", "Fondée en 2015, OpenAI a [racheté] <Rockset> en mars.", "2025-03"),
    ("fr", "Après avoir levé 5 M€ en 2023, <Acme> a [racheté] Foo.", None),
    ("fr", "Mistral a [levé] 600 M€ ; elle publiera Large en mai.", None),
    ("fr", "Mistral a [levé] 600 M€ en mars et publiera Large en mai.", "2025-03"),
    ("fr", "Mistral a levé 600 M€ en mars et [publiera] Large en mai.", "2025-05"),
    ("fr", "Google a [acquis] <Wiz> en mars et Apple a levé 5 M€ en avril.", "2025-03"),
    ("fr", "L'agence a [présenté] <TerraMind> (avril) à Rome.", "2025-04"),
    ("fr", "L'équipe [cite] <BERT> (2018) dans son article.", None),
    ("fr", "Anthropic [lance] <Claude>, entraîné sur des données arrêtées en mars 2025.", None),
    ("fr", "Google [présente] <Gemini>, tandis que Meta publie Llama en mai.", None),
    ("fr", "La startup a [levé] 5 M€ pour ouvrir un bureau en 2026.", None),
    ("fr", "Fin avril, OpenAI a [déployé] une mise à jour de <ChatGPT>.", "2025-04-21/2025-04-30"),
    ("fr", "Nissan [intègre] <Wayve> d'ici 2027.", "../2027"),
    ("en", "On April 5, Meta [released] <Llama 4>.", "2025-04-05"),
    ("en", "Meta [released] <Llama 4> on April 5.", "2025-04-05"),
    ("en", "Meta, which founded FAIR in 2013, [released] <Llama 4>.", None),
    ("en", "Founded in 2015, OpenAI [acquired] <Rockset>.", None),
    ("en", "[Founded] in 2015, <OpenAI> acquired Rockset.", "2015"),
    ("en", "After raising $5M in 2023, Acme [acquired] <Foo>.", None),
    ("en", "After raising $5M in 2023, Acme [acquired] <Foo> on April 3.", "2025-04-03"),
    ("en", "Mistral [raised] $600M; it will publish Large in May.", None),
    ("en", "Google [acquired] <Wiz> in March and plans to ship it in 2026.", "2025-03"),
    ("en", "Google acquired Wiz in March and plans to [ship] it in 2026.", "2026"),
    ("en", "The agency [presented] <TerraMind> (April 2) in Rome.", "2025-04-02"),
    ("en", "The team [cites] <BERT> (2018) in its paper.", None),
    ("en", "Anthropic [launches] <Claude>, trained on data up to March 2025.", None),
    ("en", "Anthropic [launches] <Claude> with a knowledge cutoff of March 2025.", None),
    ("en", "The startup [raised] $5M to open an office in 2026.", None),
    ("en", "Revenue [grew] to <$5M> compared with 2023.", None),
    ("en", "xAI [bought] <X> (formerly Twitter, sold in 2022) in March.", "2025-03"),
    ("en", "Nissan plans to [integrate] <Wayve> by 2027.", "../2027"),
]


@pytest.mark.parametrize(("language", "marked", "edtf"), CASES)
def test_a_claim_gets_the_date_of_its_own_clause(language: str, marked: str, edtf: str | None) -> None:
    def span(opening: str, closing: str) -> tuple[int, int]:
        start, end = (len(MARKS.sub("", marked[: marked.index(mark)])) for mark in (opening, closing))
        return start, end

    text = MARKS.sub("", marked)
    arguments = [span("<", ">")] if "<" in marked else []
    found = find_dates(text, language=language, published="2025-04-30", exclude=arguments)
    chosen = choose_date(found, text=text, language=language, trigger=span("[", "]"), arguments=arguments)
    assert (chosen.date.edtf if chosen else None) == edtf
