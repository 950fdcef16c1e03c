"""Whether the words between a name and a licence say that the one is under the other."""

import re

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim

_LEADS = re.compile(
    r".*\b(?:est|sont|is|are|was|were|été|be|been|being|en|sous|under|an?|une?|as|des?|licence|license|the|fully|entièrement|"
    r"totalement|now|désormais|version|modèles?|models?|outils?|tools?|bibliothèque|library|framework|protocole|protocol|robot|"
    r"projet|project|alternative|disponibles?|available|humanoïde|and|et|publiée?s?|released|licen[sc]ed|its|sa|son|"
    r"rendue?s?|rend|made|passe|passée?s?|devient|devenue?|becomes?|became)(?: \w+)?|\)? ?\(?|\)? ?,"
)
"""What the words end with; a bracket or a comma alone will do."""
_APPOSED = re.compile(
    r"\)? ?(?:,|–|—|:|,? ?(?:qui|which|that) (?:est|is)|est|is|was|remains|reste) (?:<a>) ?(?:<w>,? ){0,8}".replace(
        "<a>", r"une?|le|la|l'|the|an?|its|son|sa|leur|their"
    ).replace(
        "<w>",
        r"(?!(?:for|pour|of|to|that|qui|on|with|sur|des|les|who|which|by|par|like|comme|from|and|et|than|que|in|dans)\b)"
        r"(?:d' ?intelligence artificielle|de (?:langage|langue|code|vision|fondation|raisonnement)|[\w'’-]+)",
    )
)
"""A copula or a mark, an article and the words of one noun phrase, which no preposition makes the phrase of another."""
_WITH = re.compile(r"[:,]? ?[^,]*\b(?:with|avec)(?: an?| the| une?| des| la| les)?")
_TERMS = re.compile(r"licen[sc]|weight|poids")
"""What a thing comes with: a licence or weights, in these words ("with open weights", not "with open models")."""
_FIGURES = re.compile(
    r"\)? ?(?:(?:in|en|de|with|avec|and|et|[:,()–—/]|[\d.,]+ ?[a-zà-ÿ]{0,2}|milliards?|millions?|billions?|trillions?|"
    r"tokens?|jetons?|context(?:e|[ -]window)?|window|fenêtre|param(?:eter|ètre)?s?|actifs?|active|total|sizes?|"
    r"tailles?|dense|moe) ?)+"
)
"""A record's other figures: "in 7B and 32B, Apache 2.0", ": 24 milliards de paramètres, 32 000 jetons, MIT"."""
_RIVAL = re.compile(
    r"\b(?:alternatives?|rivals?|rivale|competitors?|answer|concurrente?|réponse|équivalente?|clone|version|fork) "
    r"(?:libre |ouverte? |open source )?(?:to|of|de|d'|à|au|du)(?: § 's)?(?: l'| la)?$"
)

_OF_OTHERS = re.compile(
    r".*\b(?:(?:dans|parmi|pour|avec|sur|aux|chez|de|des|par|in|among|for|with|on|of|across|from|by) |d['’] ?)"
    r"(?:(?!(?:and|et|ou|or|is|are|est|sont|sous|under|as|en)\b)[\w'’-]+ ){0,2}?"
    r"(?!(?:is|as|was|has|does|its|his|this|us|sous|plus|pas|tous|ses|les|des|nos|vos|mais|dans)\b)[\w'’-]{3,}s"
)
"""What ends in a noun of others behind a preposition: "found ten bugs in projects" that are open source."""


_FIRM = (
    r"(?:labs?|laborator(?:y|ies)|compan(?:y|ies)|start-?ups?|communit(?:y|ies)|organi[sz]ations?|non-?profits?|initiatives?|"
    r"foundations?|teams?|movements?|ecosystems?|advocates?|developers?|communautés?|laboratoires?|entreprises?|sociétés?|"
    r"associations?|fondations?|mouvements?|écosystèmes?|développeurs)"
)
_OF_FIRM = re.compile(rf"[ -](?:[\w-]+ ){{0,3}}?{_FIRM}\b", re.IGNORECASE)
_FIRM_BEFORE = re.compile(rf"\b{_FIRM}(?: de [\w-]+)? $", re.IGNORECASE)
"""An organisation or a movement that is "open source" itself: "the open-source lab", "la communauté open source"."""
_SEVERAL = re.compile(
    r" (?:[\w-]+ )?(?:models|tools|projects|systems|alternatives|libraries|frameworks|solutions|rivals|competitors|"
    r"apps)\b"
)
_SEVERAL_BEFORE = re.compile(
    r"\b(?:modèles|outils|projets|systèmes|alternatives|bibliothèques|frameworks|solutions|logiciels|concurrents)"
    r"(?: [\w-]+)? $",
    re.IGNORECASE,
)
"""Things of which a sentence speaks that is about one: "It is releasing the best open-source models"."""
_KIND_OF_STANDARD = frozenset(
    {"protocol", "protocole", "standard", "norme", "format", "specification", "spécification"}
)


def of_another(raw: RawClaim, clause: Clause) -> bool:
    """Whether a licence that was read of a thing is a firm's, of things in general, or of what uses a standard."""
    if raw.predicate != "HAS_LICENSE" or not clause.sentence.start <= raw.trigger[0] < clause.sentence.end:
        return False
    offset, subject = clause.sentence.start, raw.subject
    before, after = clause.text[: raw.trigger[0] - offset], clause.text[raw.trigger[1] - offset :]
    if _OF_FIRM.match(after) or _FIRM_BEFORE.search(before):
        return True
    if subject.refers and not subject.start <= raw.trigger[0] < subject.end:
        return bool(_SEVERAL.match(after) or _SEVERAL_BEFORE.search(before))
    if subject.kinds[0] != "Standard" or subject.refers or subject.end > raw.trigger[0]:
        return False
    words = [token for token in clause.tokens if token.end <= subject.start]
    described = bool(words) and words[-1].tag == "NOUN" and words[-1].low not in _KIND_OF_STANDARD
    return described and clause.text[words[-1].end - offset : subject.start - offset] == " "


def of_others(words: str) -> bool:
    """Whether a licence behind these words is that of things which the sentence names in passing."""
    return _OF_OTHERS.fullmatch(words.strip()) is not None


def under(words: str, licence: str) -> bool:
    """Whether a licence behind these words is that of the name before them; `licence` is how the text goes on."""
    said = words.strip()
    if _WITH.fullmatch(said) and _TERMS.search(licence):
        return True
    return bool(_LEADS.fullmatch(said) or _APPOSED.fullmatch(said + " ") or _FIGURES.fullmatch(said))


def compared(words: str) -> bool:
    """Whether a name behind these words is only what another thing is compared with ("an alternative to X")."""
    return _RIVAL.search(words) is not None
