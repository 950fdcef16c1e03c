"""From when a law holds, where the words between it and a date say so: "in force since", "applicable à partir de".

The verbs of taking effect are triggers; what is read here is what stands there without one, and the date that opens a
sentence on what the law asks for.
"""

import re
from collections.abc import Iterator, Sequence

from extraction.claims.clause import Argument, Clause

_WORD = r"(?!(?:not|never|that|which|who|were|was|is|are|will|ne|pas|qui|que|lequel|laquelle|est|sont|sera)\b)[\w'’-]+"
"""A word of the phrase that says what the rules of a law are for."""
_GAP_WORDS = {
    "en": (
        r"(?:(?: ?'s)? ?(?:[\w-]+ ){0,2}?(?:rules|obligations|provisions|requirements|duties|prohibitions|bans?)"
        r"(?: (?:for|on|about|against|covering|under|of) (?:<w> ){0,8}?<w>)? ?)?"
        r",? ?(?:which |that |and )?(?:(?:is|are|was|has been|have been|will be|already|now|set to|due to|scheduled to|"
        r"expected to|fully|partly|officially|formally|only|be|to|will|would|could) ){0,5}?"
        r"(?:(?:(?:take|takes|took|taking|come|comes|came|coming|go|goes|went|going|enter|enters|entered|entering) )?"
        r"(?:in|into)? ?(?:full )?(?:force|effect)|effective|applicable|applies|applied|apply)"
        r"(?: (?:in full|fully|to [\w-]+ [\w-]+))? ?"
        r"(?:on|in|from|since|as of|starting|starting on|beginning|by|later in)? ?"
    ),
    "fr": (
        r"(?:(?:pour|sur|visant|concernant|relatives? (?:à|aux)|applicables? aux?) (?:<w> ){0,9}?<w> )?"
        r",? ?(?:qui |et )?(?:(?:est|sont|était|sera|seront|doit être|doit|devrait|déjà|pleinement|entièrement|"
        r"partiellement|officiellement|totalement|désormais|être|serait) ){0,4}?"
        r"(?:(?:entre |entrera |entré |entrée |entrer |entrant |entrerait )?(?:en vigueur|en application)|applicable|"
        r"effectif|effective|s' ?appliqu\w+(?: pleinement| en partie)?) ?"
        r"(?:depuis|à partir du|à partir de|à compter du|à compter de|dès|le|en|au|du)?(?: le)? ?"
    ),
}
_GAP = {language: re.compile(words.replace("<w>", _WORD)) for language, words in _GAP_WORDS.items()}
"""What may stand between a law and the date from which it holds."""
_OPENING = {
    "en": re.compile(r"(?:from|as of|starting|beginning|since|effective) (?:on )?"),
    "fr": re.compile(r"(?:à partir|à compter|dès|depuis)(?: (?:du|de|d'|le))? ?"),
}
"""What leads to a date that opens a sentence."""
_TAKING = re.compile(
    r"\( ?(?:l' ?|the |date d' ?)?"
    r"(?:entrée en (?:vigueur|application)|mise en application|entry into (?:force|application)|application)"
    r"(?: (?:de|du|des|d'|of)(?: (?:certaines|premières|some|the first|la plupart des|most))?"
    r"(?: (?:dispositions|règles|obligations|provisions|rules|parts))?(?: (?:de|du|d'|of))?(?: ?(?:la|le|l'|the))?)? ?"
)
"""What may stand between a date and the law of which it says so ("2 February (entry into force of the Act)")."""
_ASKS = {
    "en": re.compile(
        r"(?:already |also |now |will |would |is going to )*(?:require|ban|prohibit|oblig|forc|impos|compel|appl)"
    ),
    "fr": re.compile(r"(?:va |doit )?(?:s' ?)?(?:interdi|impos|oblig|exig|appliqu|contrain)"),
}
"""What a law does from then on."""


def takes_effect(clause: Clause, law: Argument, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The dates, spans of clean text, from which a sentence says that a law holds: right behind it, or its opening."""
    following = next((span for span in dates if span[0] >= law.end), None)
    if following is not None:
        gap, when = clause.between(law.end, following[0]), clause.between(*following)
        if _GAP[clause.language].fullmatch(f"{gap} ") or (gap in ("", ",") and when.startswith("effective")):
            yield following
            return
    before = next((span for span in dates if span[1] <= law.start), None)
    if before is None:
        return
    if _TAKING.fullmatch(clause.between(before[1], law.start).strip()):
        if clause.between(law.end, clause.sentence.end).lstrip().startswith(")"):
            yield before
        return
    opening = f"{clause.between(clause.sentence.start, before[0])} ".lstrip()
    gap = clause.between(before[1], law.start).strip()
    after = clause.between(law.end, min(law.end + 60, clause.sentence.end))
    told = _OPENING[clause.language].fullmatch(opening) or (
        not opening.strip() and _OPENING[clause.language].match(clause.between(before[0], before[1]) + " ")
    )
    if told and gap in (",", ", the", ", le", ", la", ", l'", ", les") and _ASKS[clause.language].match(after):
        yield before
