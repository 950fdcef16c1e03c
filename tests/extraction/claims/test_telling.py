"""How claims are told when a sentence is read in more than one way: a plan or a question is never told as done."""

from collections.abc import Collection

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    ("SoftBank to buy Ampere.", "ACQUIRED", {"planned"}),
    ("SoftBank bought Ampere.", "ACQUIRED", {"asserted"}),
    ("Has John Giannandrea left Apple?", "LEFT", {"speculated"}),
    ("John Giannandrea left Apple. Has he?", "LEFT", {"asserted"}),
    ("Gavin Newsom vetoed SB 1047 on 29 September.", "ENACTED", {"negated"}),
    ("Gavin Newsom signed SB 1047 on 29 September.", "ENACTED", {"asserted"}),
    ("The AI Act takes effect on 2 August 2026.", "EFFECTIVE_ON", {"planned"}),
    ("The AI Act took effect on 1 August 2024.", "EFFECTIVE_ON", {"asserted"}),
    # A modal or a passive infinitive between the subject and the verb, behind an article too.
    ("The FTC may investigate OpenAI.", "TOOK_ACTION_AGAINST", {"speculated"}),
    ("The FTC investigated OpenAI.", "TOOK_ACTION_AGAINST", {"asserted"}),
    ("GPT-5 will be released by OpenAI in August.", "RELEASED", {"planned"}),
    ("GPT-5 is set to be released by OpenAI this summer.", "RELEASED", {"planned"}),
    ("GPT-5 was released by OpenAI in May.", "RELEASED", {"asserted"}),
    ("Mistral AI may be acquired by Apple.", "ACQUIRED", {"speculated"}),
    # Talks, plans, delays, threats.
    ("OpenAI is holding talks with Broadcom about a new chip.", "PARTNERED_WITH", {"speculated"}),
    ("OpenAI is holding talks with Broadcom to buy its chip unit.", "PARTNERED_WITH", set()),
    ("OpenAI is planning the release of GPT-5.", "RELEASED", {"planned"}),
    ("OpenAI delays the release of GPT-5.", "RELEASED", {"planned"}),
    ("Elon Musk threatens to sue Apple.", "TOOK_ACTION_AGAINST", {"speculated"}),
    ("Google's proposed acquisition of Wiz faces review.", "ACQUIRED", {"planned"}),
    ("ASML is set to become the largest shareholder of Mistral AI.", "INVESTED_IN", {"planned"}),
    ("Gemini is coming to Wear OS.", "AVAILABLE_ON", {"planned"}),
    ("Gemini came to Wear OS.", "AVAILABLE_ON", {"asserted"}),
    ("Nvidia and Mistral AI will partner on a data center.", "PARTNERED_WITH", {"planned"}),
    ("Nvidia and Mistral AI have partnered on a data center.", "PARTNERED_WITH", {"asserted"}),
    # What is said in one word with a name is no part of the plan.
    ("Google plans to compete with Microsoft-backed OpenAI.", "INVESTED_IN", {"asserted"}),
    ("Google plans to compete with Microsoft-backed OpenAI.", "COMPETES_WITH", {"planned"}),
    ("Elon Musk's company, xAI, is reportedly raising $6 billion.", "FOUNDED", {"asserted"}),
    # A headline's infinitive holds for what it governs, not for what it follows on.
    ("## Apple to use Gemini in Siri", "AVAILABLE_ON", {"planned"}),
    ("## Apple uses Gemini in Siri", "AVAILABLE_ON", {"asserted"}),
    # Reported speech: who said that it would plans to; others guess.
    ("Microsoft said that Windows 11 would support MCP.", "SUPPORTS", {"planned"}),
    ("Sources said that Apple would buy Mistral AI.", "ACQUIRED", {"speculated"}),
    # Who makes what is due will release it; a law or an event that is to come does nothing yet.
    ("GPT-5, OpenAI's next model, will arrive in August 2025.", "RELEASED", {"planned"}),
    ("GPT-5, OpenAI's latest model, arrived in May 2025.", "RELEASED", {"asserted"}),
    ("GPT-5, which Google praised, arrived in May 2025.", "RELEASED", set()),
    ("SB 53 takes effect on 1 January 2026. SB 53 applies to OpenAI.", "APPLIES_TO", {"planned"}),
    ("SB 53 took effect on 1 January 2025. SB 53 applies to OpenAI.", "APPLIES_TO", {"asserted"}),
    ("NeurIPS takes place in San Diego on December 2.", "LOCATED_IN", {"planned"}),
    # "It" is the only such thing named, and nobody's when there are two.
    ("Sora is a video model. OpenAI still hasn't shipped it.", "RELEASED", {"negated"}),
    ("Sora and GPT-4 are models. OpenAI still hasn't shipped it.", "RELEASED", set()),
    ("SB 1047 has passed. Gavin Newsom could sign it or let it drop.", "ENACTED", {"speculated"}),
    # A size may stand between a name and the words that say it is not out.
    ("OpenAI unveiled Sora 14B. Sora 14B, coming soon, is a video model.", "RELEASED", {"planned"}),
    ("OpenAI unveiled Sora 14B. Sora 14B, once coming late, is a video model.", "RELEASED", {"asserted"}),
    # A phrase stands for the thing that is not out yet, or of which no release is meant.
    (
        "OpenAI unveiled Sora, a tool for video. The tool is not yet available to the public.",
        "RELEASED",
        {"planned"},
    ),
    ("OpenAI unveiled Sora, a tool for video. The tool is available to the public.", "RELEASED", {"asserted"}),
    ("OpenAI presented Sora. There are no immediate plans to sell or release Sora.", "RELEASED", {"negated"}),
    ("OpenAI presented Sora. There are plans to sell films made with Sora.", "RELEASED", {"asserted"}),
    # What says behind a deal that it came to nothing counts, and what a headline leaves out the text below it says.
    ("OpenAI's planned acquisition of Windsurf has been cancelled.", "ACQUIRED", {"negated"}),
    ("OpenAI's planned acquisition of Windsurf has been praised.", "ACQUIRED", {"planned"}),
    ("## xAI raises $6 billion\n\nThe startup xAI is reportedly raising $6 billion.", "RAISED", {"speculated"}),
    ("## xAI raises $6 billion\n\nThe startup xAI has raised $6 billion.", "RAISED", {"asserted"}),
    (
        "## xAI raises $6 billion\n\nThe startup Cohere is reportedly raising $1 billion.",
        "RAISED",
        {"asserted", "speculated"},
    ),
    # "Next-generation" says what a thing is like, not when it comes.
    ("Microsoft launches its next-generation model Phi-4.", "RELEASED", {"asserted"}),
    # A nationality before the name is taken for granted; behind it, it may be what is denied.
    ("It is untrue that the French startup Mistral AI has not grown.", "LOCATED_IN", {"asserted"}),
    ("Mistral AI is not a French startup.", "LOCATED_IN", set()),
    ("The CNIL, the French regulator, has blocked DeepSeek.", "LOCATED_IN", {"asserted"}),
    # So is what a thing is said to be right beside its name, and whose it is; not what a verb gives it.
    ("It is unlikely that the open-source Gemma models disappear.", "HAS_LICENSE", {"asserted"}),
    ("Gemma could be released under Apache 2.0.", "HAS_LICENSE", {"speculated"}),
    ("Nissan plans to build new software into its ProPilot system.", "DEVELOPED", {"asserted"}),
    # Who is close to another thing in strength is close to no deal.
    ("Claude Haiku is close to GPT-4 in evals.", "COMPETES_WITH", {"asserted"}),
    ("Nvidia is close to a partnership with Mistral AI.", "PARTNERED_WITH", {"speculated"}),
    # "Why" takes it for done, "where possible" is no doubt, and what is missing is not there.
    ("Why did Meta release Llama 4 with open weights?", "RELEASED", {"asserted"}),
    ("Did Meta release Llama 4 with open weights?", "RELEASED", {"speculated"}),
    ("Where possible, Meta has released Llama 4 with open weights.", "RELEASED", {"asserted"}),
    # What was shown for a year to come is not out.
    ("Nvidia unveiled the Rubin chip for 2027.", "RELEASED", {"planned"}),
    ("Nvidia unveiled the Rubin chip in 2024.", "RELEASED", {"asserted"}),
    # What somebody gets ready for is still to come.
    ("DeepSeek preps an agent to rival OpenAI.", "COMPETES_WITH", {"planned"}),
    ("DeepSeek built an agent that rivals OpenAI.", "COMPETES_WITH", {"asserted"}),
    # Whose thing is bought is not bought.
    ("Amgen announced plans to buy Microsoft Corp.'s Copilot for 20,000 people.", "ACQUIRED", set()),
    ("Amgen announced plans to buy Cohere.", "ACQUIRED", {"planned"}),
]
FRENCH = [
    ("Nvidia remplissait la salle. La puce Feynman est promise pour 2028.", "RELEASED", {"planned"}),
    ("La CNIL pourrait sanctionner OpenAI.", "TOOK_ACTION_AGAINST", {"speculated"}),
    ("La CNIL a sanctionné OpenAI.", "TOOK_ACTION_AGAINST", {"asserted"}),
    ("DeepSeek grandit, mais pas le code que le laboratoire chinois n'a pas publié.", "LOCATED_IN", {"asserted"}),
    ("Llama 5 devrait être lancé par Meta en septembre.", "RELEASED", {"speculated"}),
    ("Apple compte intégrer Gemini dans Siri.", "AVAILABLE_ON", {"planned"}),
    ("Apple a intégré Gemini dans Siri.", "AVAILABLE_ON", {"asserted"}),
    ("GPT-5 doit remplacer GPT-4o.", "SUCCEEDS", {"planned"}),
    ("GPT-5 remplace GPT-4o.", "SUCCEEDS", {"asserted"}),
    ("Meta reporte la sortie de Llama 5.", "RELEASED", {"planned"}),
    ("Meta évoque l'arrivée prochaine de Llama 5.", "RELEASED", {"planned"}),
    ("Meta évoque l'arrivée prochaine des vacances.", "RELEASED", set()),
    ("Elon Musk menace d'attaquer Apple en justice.", "TOOK_ACTION_AGAINST", {"speculated"}),
    ("Mistral AI et Microsoft vont s'associer.", "PARTNERED_WITH", {"planned"}),
    # A pronoun is the law where only laws do what is said.
    ("L'AI Act avance en Europe. Il visera ChatGPT et Gemini.", "APPLIES_TO", ["planned", "planned"]),
    ("OpenAI avance en Europe. Elle visera ChatGPT et Gemini.", "APPLIES_TO", set()),
    ("OpenAI discute avec Broadcom d'une puce.", "PARTNERED_WITH", {"speculated"}),
    ("OpenAI discute avec Broadcom d'un rachat.", "PARTNERED_WITH", set()),
    ("Microsoft a annoncé que Windows 11 prendrait en charge MCP.", "SUPPORTS", {"planned"}),
    ("Windows 11 prendrait en charge MCP.", "SUPPORTS", {"speculated"}),
    ("Le modèle phare, 'Llama 4 Behemoth', promet de dépasser GPT-4.5.", "OUTPERFORMS", {"planned"}),
    (
        "La famille Stable Diffusion 3 couvrira des modèles de 800 millions à 8 milliards de paramètres.",
        "HAS_PARAMETERS",
        {"planned"},
    ),
    ("L'AI Act avance. Le Parlement européen doit encore l'approuver.", "ENACTED", {"planned"}),
    ("L'AI Act avance. Le Parlement européen le dit.", "ENACTED", set()),
    ("Peut-être que Scale AI, racheté par Meta, recrute.", "ACQUIRED", {"asserted"}),
    ("À en croire ses auteurs, Qwen 3 rivalise avec Llama 4.", "COMPETES_WITH", {"asserted"}),
    ("À en croire la rumeur, Qwen 3 rivalise avec Llama 4.", "COMPETES_WITH", {"speculated"}),
    ("Un potentiel rachat de Groq par NVIDIA inquiète.", "ACQUIRED", {"speculated"}),
    ("Le rachat de Groq par NVIDIA montre le potentiel des puces.", "ACQUIRED", {"asserted"}),
]


@pytest.mark.parametrize(
    ("language", "text", "predicate", "told"),
    [("en", *case) for case in CASES] + [("fr", *case) for case in FRENCH],
)
def test_a_sentence_tells_a_claim_in_one_way(language: str, text: str, predicate: str, told: Collection[str]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = [claim for claim in Extractor().read(digest).claims if claim.predicate == predicate]
    assert [str(claim.factuality) for claim in claims] == sorted(told)
