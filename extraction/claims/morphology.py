"""The forms of a verb, from its infinitive: enough of French and English conjugation to match triggers by form.

Lemmatisers were measured to be unreliable on headlines, so a trigger is looked up by the form itself. A form may be
several things at once ("launched" is past and participle): callers decide by what stands around it.
"""

import re
from enum import StrEnum
from functools import cache


class Form(StrEnum):
    """What a verb form can be. Persons are not kept apart: digests speak in the third."""

    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    FUTURE = "future"
    CONDITIONAL = "conditional"


@cache
def verb_forms(infinitive: str, language: str) -> dict[str, frozenset[Form]]:
    """Every third-person and non-finite form of a verb, lower case, with what each can be.

    Args:
        infinitive: One word ("lancer", "launch").
        language: "fr" or "en".
    """
    pairs = _COPULAS.get(infinitive) or (_french(infinitive) if language == "fr" else _english(infinitive))
    found: dict[str, set[Form]] = {}
    for form, what in pairs:
        found.setdefault(form, set()).add(what)
    return {form: frozenset(kinds) for form, kinds in found.items()}


_COPULAS = {
    "be": [
        ("be", Form.INFINITIVE),
        ("is", Form.PRESENT),
        ("are", Form.PRESENT),
        ("was", Form.PAST),
        ("were", Form.PAST),
        ("been", Form.PARTICIPLE),
        ("being", Form.GERUND),
    ],
    "être": [
        ("être", Form.INFINITIVE),
        ("est", Form.PRESENT),
        ("sont", Form.PRESENT),
        ("était", Form.PAST),
        ("étaient", Form.PAST),
        ("été", Form.PARTICIPLE),
        ("étant", Form.GERUND),
        ("sera", Form.FUTURE),
        ("seront", Form.FUTURE),
        ("serait", Form.CONDITIONAL),
        ("seraient", Form.CONDITIONAL),
    ],
}
"""The forms of the verbs that no rule makes."""
_ENGLISH_IRREGULAR = {
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bet": ("bet", "bet"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "feed": ("fed", "fed"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "forge": ("forged", "forged"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "outdo": ("outdid", "outdone"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "see": ("saw", "seen"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "spin": ("spun", "spun"),
    "split": ("split", "split"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "win": ("won", "won"),
    "write": ("wrote", "written"),
    "beat": ("beat", "beaten"),
    "overtake": ("overtook", "overtaken"),
    "undertake": ("undertook", "undertaken"),
    "sue": ("sued", "sued"),
    "broadcast": ("broadcast", "broadcast"),
    "rebuild": ("rebuilt", "rebuilt"),
}
"""Past and participle of the irregular verbs that triggers use."""
_ENGLISH_DOUBLING = {
    "ship",
    "plug",
    "plan",
    "stop",
    "swap",
    "drop",
    "tap",
    "ban",
    "bar",
    "top",
    "map",
    "wrap",
    "step",
    "unwrap",
    "scrap",
    "debut",
    "submit",
    "commit",
    "equip",
    "rebut",
    "slip",
    "grab",
    "snag",
    "nab",
    "pip",
    "outstrip",
    "spur",
    "refer",
    "transfer",
    "prefer",
    "join-up",
    "chat",
    "scan",
    "spot",
    "fit",
    "retrofit",
    "acquit",
    "strip",
    "tag",
    "run",
    "cut",
    "put",
    "set",
    "let",
    "get",
    "win",
    "begin",
    "hit",
    "quit",
    "split",
    "bet",
    "spin",
} - {"debut", "join-up"}
"""Verbs whose last consonant is doubled ("shipped"), irregular ones included for their gerund."""


def _english(verb: str) -> list[tuple[str, Form]]:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stem = verb + verb[-1] if verb in _ENGLISH_DOUBLING else verb
    gerund = (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else stem) + "ing"
    if verb in _ENGLISH_IRREGULAR:
        past, participle = _ENGLISH_IRREGULAR[verb]
    elif verb.endswith("e"):
        past = participle = verb + "d"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past = participle = verb[:-1] + "ied"
    else:
        past = participle = stem + "ed"
    return [
        (verb, Form.INFINITIVE),
        (verb, Form.PRESENT),
        (third, Form.PRESENT),
        (gerund, Form.GERUND),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
    ]


_FRENCH_ER = {
    Form.PRESENT: ("e", "ent", "ons"),
    Form.PARTICIPLE: ("é", "ée", "és", "ées"),
    Form.INFINITIVE: ("er",),
    Form.GERUND: ("ant",),
    Form.PAST: ("ait", "aient", "a", "èrent"),
    Form.FUTURE: ("era", "eront"),
    Form.CONDITIONAL: ("erait", "eraient"),
}
_FRENCH_IR = {
    Form.PRESENT: ("it", "issent", "issons"),
    Form.PARTICIPLE: ("i", "ie", "is", "ies"),
    Form.INFINITIVE: ("ir",),
    Form.GERUND: ("issant",),
    Form.PAST: ("issait", "issaient", "it", "irent"),
    Form.FUTURE: ("ira", "iront"),
    Form.CONDITIONAL: ("irait", "iraient"),
}
_FRENCH_RE = {
    Form.PRESENT: ("", "ent", "ons"),
    Form.PARTICIPLE: ("u", "ue", "us", "ues"),
    Form.INFINITIVE: ("re",),
    Form.GERUND: ("ant",),
    Form.PAST: ("ait", "aient", "it", "irent"),
    Form.FUTURE: ("ra", "ront"),
    Form.CONDITIONAL: ("rait", "raient"),
}


def _template(present: str, plural: str, participle: str, past: str, future: str) -> dict[Form, tuple[str, ...]]:
    """Endings of an irregular family; `participle` is masculine singular, `past` the simple past, `future` its stem."""
    feminine = participle + "e"
    plurals = (participle if participle.endswith("s") else participle + "s", feminine + "s")
    imperfect = plural.removesuffix("ent")
    return {
        Form.PRESENT: (present, plural, imperfect + "ons"),
        Form.PARTICIPLE: (participle, feminine, *plurals),
        Form.GERUND: (imperfect + "ant",),
        Form.PAST: (past, imperfect + "ait", imperfect + "aient"),
        Form.FUTURE: (future + "a", future + "ont"),
        Form.CONDITIONAL: (future + "ait", future + "aient"),
    }


_FRENCH_FAMILIES: tuple[tuple[str, dict[Form, tuple[str, ...]]], ...] = (
    ("mettre", _template("met", "mettent", "mis", "mit", "mettr")),
    ("prendre", _template("prend", "prennent", "pris", "prit", "prendr")),
    ("tenir", _template("tient", "tiennent", "tenu", "tint", "tiendr")),
    ("venir", _template("vient", "viennent", "venu", "vint", "viendr")),
    ("struire", _template("struit", "struisent", "struit", "struisit", "struir")),
    ("prévoir", _template("prévoit", "prévoient", "prévu", "prévit", "prévoir")),
    ("mouvoir", _template("meut", "meuvent", "mu", "mut", "mouvr")),
    ("raître", _template("raît", "raissent", "ru", "rut", "raîtr")),
    ("lire", _template("lit", "lisent", "lu", "lut", "lir")),
    ("duire", _template("duit", "duisent", "duit", "duisit", "duir")),
    ("joindre", _template("joint", "joignent", "joint", "joignit", "joindr")),
    ("ouvrir", _template("ouvre", "ouvrent", "ouvert", "ouvrit", "ouvrir")),
    ("offrir", _template("offre", "offrent", "offert", "offrit", "offrir")),
    ("cevoir", _template("çoit", "çoivent", "çu", "çut", "cevr")),
    ("quérir", _template("quiert", "quièrent", "quis", "quit", "querr") | {Form.GERUND: ("quérant",)}),
    ("cueillir", _template("cueille", "cueillent", "cueilli", "cueillit", "cueiller")),
    ("courir", _template("court", "courent", "couru", "courut", "courr")),
    ("partir", _template("part", "partent", "parti", "partit", "partir")),
    ("sortir", _template("sort", "sortent", "sorti", "sortit", "sortir")),
    ("servir", _template("sert", "servent", "servi", "servit", "servir")),
    ("faire", _template("fait", "font", "fait", "fit", "fer")),
    ("battre", _template("bat", "battent", "battu", "battit", "battr")),
    ("crire", _template("crit", "crivent", "crit", "crivit", "crir")),
    ("suivre", _template("suit", "suivent", "suivi", "suivit", "suivr")),
    ("inclure", _template("inclut", "incluent", "inclus", "inclut", "inclur")),
    ("clure", _template("clut", "cluent", "clu", "clut", "clur")),
    ("battre", _template("bat", "battent", "battu", "battit", "battr")),
    ("plaindre", _template("plaint", "plaignent", "plaint", "plaignit", "plaindr")),
    ("traindre", _template("traint", "traignent", "traint", "traignit", "traindr")),
    ("interdire", _template("interdit", "interdisent", "interdit", "interdit", "interdir")),
    ("pouvoir", _template("peut", "peuvent", "pu", "put", "pourr")),
    ("devoir", _template("doit", "doivent", "dû", "dut", "devr")),
    ("vouloir", _template("veut", "veulent", "voulu", "voulut", "voudr")),
    ("avoir", _template("a", "ont", "eu", "eut", "aur")),
)
"""Irregular endings, longest family name that fits the infinitive's end."""


_GRAVE = re.compile(r"(é|e)([bcdfghjklmnpqrstvz]{1,2})$")
"""A stem whose last vowel opens before a silent ending: "lever" -> "lève", "intégrer" -> "intègre"."""
_GRAVE_FORMS = (Form.PRESENT, Form.FUTURE, Form.CONDITIONAL)


def _french(verb: str) -> list[tuple[str, Form]]:
    for ending, table in _FRENCH_FAMILIES:
        if verb.endswith(ending):
            stem = verb.removesuffix(ending)
            return [(verb, Form.INFINITIVE), *((stem + end, form) for form, ends in table.items() for end in ends)]
    if verb.endswith(("endre", "ondre", "andre", "erdre", "ordre")):
        return _conjugate(verb.removesuffix("re"), _FRENCH_RE)
    if verb.endswith("ir"):
        return _conjugate(verb.removesuffix("ir"), _FRENCH_IR)
    stem = verb.removesuffix("er")
    pairs = _conjugate(stem, _FRENCH_ER)
    if stem.endswith("c"):
        pairs += [
            (stem[:-1] + "ç" + end, Form.GERUND if end == "ant" else Form.PAST) for end in ("ant", "ait", "aient", "a")
        ]
    elif stem.endswith("g"):
        pairs += [
            (stem + "e" + end, Form.GERUND if end == "ant" else Form.PAST) for end in ("ant", "ait", "aient", "a")
        ]
    elif stem.endswith(("oy", "uy")):
        pairs += [
            (stem[:-1] + "i" + end, form)
            for form in (Form.PRESENT, Form.FUTURE, Form.CONDITIONAL)
            for end in _FRENCH_ER[form]
        ]
    elif found := _GRAVE.search(stem):
        bases = {stem[: found.start()] + "è" + found[2]}
        if found[1] == "e":
            bases.add(stem + stem[-1])
        pairs += [
            (base + end, form)
            for base in sorted(bases)
            for form in _GRAVE_FORMS
            for end in _FRENCH_ER[form]
            if end != "ons"
        ]
    return pairs


def _conjugate(stem: str, table: dict[Form, tuple[str, ...]]) -> list[tuple[str, Form]]:
    return [(stem + end, form) for form, ends in table.items() for end in ends]
