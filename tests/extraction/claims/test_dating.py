"""When claims happened, in digests of several lines: what frames a clause, and what another claim lends."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    # A timeline: the date that opens a line holds for it, under a year that stands alone or is the heading.
    ("## Timeline\n\n2024\n\n* **March:** Remi Cadene joins Hugging Face.", "WORKS_FOR", {"2024-03"}),
    ("## 2023\n\n* **June:** Nvidia acquires OmniML.", "ACQUIRED", {"2023-06"}),
    # A headline has the date that its item tells of the same thing, whoever did it.
    ("## Meta releases Llama 4\n\nOn 5 April 2025 Mark Zuckerberg unveiled Llama 4.", "RELEASED", {"2025-04-05"}),
    ("## Meta releases Llama 4\n\nOn 5 April 2025 Google opened an office in Lyon.", "RELEASED", {""}),
    # A day that opens a sentence which tells nothing else holds for what follows.
    ("On 11 March 2025 much changed for robots. Nvidia acquired OmniML.", "ACQUIRED", {"2025-03-11"}),
    ("On 11 March 2025 Meta released Llama 4. Nvidia acquired OmniML.", "ACQUIRED", {""}),
    # An "and" between names parts no clauses, a relative clause keeps its date, "to everyone" has none of its own.
    ("In March, Meta and Nvidia acquired OmniML.", "ACQUIRED", {"2025-03"}),
    ("Veo 3, which Google showed on 20 May, is popular.", "RELEASED", {"2025-05-20"}),
    ("Google opened Veo 3 to everyone on 20 May.", "RELEASED", {"2025-05-20"}),
    ("Google released Veo 3 to train robots by 2027.", "RELEASED", {""}),
    # The year in the name of the event at which it happened.
    ("Nvidia spoke at CES 2025 in January.", "PARTICIPATED_IN", {"2025-01"}),
    ("At CES 2025, Nvidia unveiled Blackwell.", "RELEASED", {"2025"}),
    ("Nvidia unveiled Blackwell.", "RELEASED", {""}),
    ("At Google I/O (Mountain View, 20-21 May) Google released Veo 3.", "RELEASED", {"2025-05-20/2025-05-21"}),
    # Lines that are dates alone make a timeline; one alone is the digest's own, and a heading ends what it dates.
    (
        "3 March 2025\n\nMeta releases Llama 4.\n\n9 April 2025\n\nGoogle releases Veo 3.",
        "RELEASED",
        {"2025-03-03", "2025-04-09"},
    ),
    ("9 April 2025\n\nGoogle releases Veo 3.", "RELEASED", {""}),
    ("30 June 2025\n\nGoogle releases Veo 3.\n\n9 April 2025\n\nNvidia bows.", "RELEASED", {""}),
    (
        "3 March 2025\n\nNvidia bows.\n\n9 April 2025\n\nNvidia bows.\n\n## More\n\nGoogle releases Veo 3.",
        "RELEASED",
        {""},
    ),
    ("**9 April.** Google releases Veo 3, to be replaced by 2027.", "RELEASED", {"2025-04-09"}),
    # Every month of the year that stands above is of that year.
    ("2024\n\n- **November:** Nvidia acquires OmniML.\n\n2025\n\n- **January:** Nvidia bows.", "ACQUIRED", {"2024-11"}),
    # Articles with a date below their title are read from that date on.
    (
        "## Llama\n\n3 March 2024\n\nMeta released Llama 4 on Friday.\n\n## Veo\n\n9 April 2024\n\nGoogle bows.",
        "RELEASED",
        {"2024-03-01"},
    ),
    # What is told in passing happened before, and has no date but its own.
    ("World Labs, founded by Fei-Fei Li, opened Marble to everyone on 12 May.", "FOUNDED", {""}),
    ("World Labs, founded by Fei-Fei Li in 2024, opened Marble to everyone on 12 May.", "FOUNDED", {"2024"}),
    ("Fei-Fei Li founded World Labs in 2024.", "FOUNDED", {"2024"}),
    # Words behind both names may state the claim, and the date is then theirs.
    ("Veo 3, which Google released last Thursday, is popular.", "RELEASED", {"2025-06-26"}),
    # An inserted day belongs to its verb; what the verb governs owns no date.
    ("Google, on the 20th, published Veo 3.", "RELEASED", {"2025-06-20"}),
    ("Google began to sell Veo 3 on the 20th.", "RELEASED", {"2025-06-20"}),
    ("Last Friday OpenAI announced that it had acquired Rockset.", "ACQUIRED", {"2025-06-27"}),
    # A round is told by who raised and by who paid; a headline takes the recent day of the sentence below it.
    (
        "On 3 March 2025 Anthropic raised $3.5 billion. Cisco invested in Anthropic.",
        "INVESTED_IN",
        {"2025-03-03"},
    ),
    ("On 3 March 2025 Anthropic raised $3.5 billion. Cisco invested in OpenAI.", "INVESTED_IN", {""}),
    ("## OpenAI acquires Rockset\n\nTerms of it, announced on 25 June, were not told.", "ACQUIRED", {"2025-06-25"}),
    ("## OpenAI acquires Rockset\n\nThe two, which met on 25 June, were glad.", "ACQUIRED", {""}),
    ("## OpenAI acquires Rockset\n\nThe startup opened its doors on 25 June 2023.", "ACQUIRED", {""}),
    # A month frames what follows, but not that of a founding, or one before the day that was just told.
    ("In March, much changed. Nvidia acquired OmniML.", "ACQUIRED", {"2025-03"}),
    ("World Labs was founded in March. Nvidia acquired OmniML.", "ACQUIRED", {""}),
    ("On 10 June Meta released Llama 4. In March, much had changed. Nvidia acquired OmniML.", "ACQUIRED", {""}),
    # What is to come is not of the month that frames the item, and has the day on which it comes.
    ("In May, much changed. Google will release Veo 4.", "RELEASED", {""}),
    ("OpenAI's GPT-5 is due in September 2025.", "RELEASED", {"2025-09"}),
    # An organisation is founded once; what else has a year is not it.
    (
        "Pollen Robotics, established in 2016, builds robots. Matthieu Lapeyre founded Pollen Robotics.",
        "FOUNDED",
        {"2016"},
    ),
    ("Pollen Robotics, praised in 2016, builds robots. Matthieu Lapeyre founded Pollen Robotics.", "FOUNDED", {""}),
    ("A rival of Dust, created in 2020, is for sale. Gabriel Hubert founded Dust.", "FOUNDED", {""}),
    # An event is dated by itself.
    ("Google held Google I/O on 20 May.", "ORGANIZED", {""}),
    # Where several items have a date each, it is theirs; one alone is the digest's.
    (
        "### Veo\n- **Date:** 2025-06-12\n- **Summary:** Google released Veo 3.\n\n"
        "### Llama\n- **Date:** 2025-06-14\n- **Summary:** Meta released Llama 4.",
        "RELEASED",
        {"2025-06-12", "2025-06-14"},
    ),
    ("### Veo\n- **Date:** 2025-06-12\n- **Summary:** Google released Veo 3.", "RELEASED", {""}),
    # The digest's own date line dates no item.
    (
        "**Date:** 2025-06-30\n\nGoogle released Veo 3.\n\n"
        "### Llama\n- **Date:** 2025-06-14\n- **Summary:** Meta released Llama 4.",
        "RELEASED",
        {"", "2025-06-14"},
    ),
    # A date behind the names of a release is theirs, in a participle or a relative clause of coming out, too.
    ("Google's Veo 3, released on 20 May, has many users.", "RELEASED", {"2025-05-20"}),
    # The year that opens a sentence is that of its months; another year told in it is not.
    (
        "2023 saw many models: Google launched Bard in February, and soon Meta launched Llama 2.",
        "RELEASED",
        {"2023-02", ""},
    ),
    ("In 2022, before all this, Meta released Llama 4 in July.", "RELEASED", {"2022-07"}),
    ("The model of 2022 is old. Meta released Llama 4 in May.", "RELEASED", {"2025-05"}),
    # A second clause behind "and" keeps its date; a month is rather of the past than far ahead.
    ("OpenAI has released GPT-5, and in May it opened an office.", "RELEASED", {""}),
    ("OpenAI has released GPT-5, and, in May, Google opened an office.", "RELEASED", {""}),
    ("OpenAI released GPT-5 in September.", "RELEASED", {"2024-09"}),
    ("OpenAI's new chip comes out in September, and it is fast.", "RELEASED", set()),
]
FRENCH = [
    (
        "26 mars 2025\n\nMeta sort Llama 4.\n\n9 avril 2025\n\nGoogle sort Veo 3.",
        "RELEASED",
        {"2025-03-26", "2025-04-09"},
    ),
    ("OpenAI et son patron Sam Altman ont été assignés le 20 juin.", "WORKS_FOR", {""}),
    ("Google a publié le 19 Veo 3.", "RELEASED", {"2025-06-19"}),
    ("Google a bouclé aujourd'hui le rachat de Wiz.", "ACQUIRED", {"2025-06-30"}),
    ("Llama 5, le prochain modèle de Meta, devrait arriver en septembre.", "RELEASED", {"2025-09"}),
    (
        "C'est Llama 5, le nouveau modèle de Meta, qui devrait arriver fin septembre.",
        "RELEASED",
        {"2025-09-21/2025-09-30"},
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "predicate", "dates"),
    [("en", *case) for case in CASES] + [("fr", *case) for case in FRENCH],
)
def test_a_claim_has_the_date_that_its_item_tells(language: str, text: str, predicate: str, dates: set[str]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = [claim for claim in Extractor().read(digest).claims if claim.predicate == predicate]
    assert {claim.date.edtf if claim.date else "" for claim in claims} == dates
