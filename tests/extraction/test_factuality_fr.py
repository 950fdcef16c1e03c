"""French case table: [trigger], {subject}, <object>; near-misses stand beside hits."""

import re

import pytest

from extraction.document import Role
from extraction.factuality import Decision, decide_factuality
from graph.records import Factuality

MARKS = re.compile(r"[\[\]{}<>]")

CASES = {
    "asserted": [
        "{Mistral} a [publié] <Codestral> hier soir.",
        "{Lumo} a levé 4,5 millions d'euros et [racheté] <Nabla>.",
        "{Mistral} [travaille] avec <Thales>.",
        "{L'Alliance Robotique}, [projet de la] <Fondation Linux>, ouvre ses portes.",
        "{Google} [lance] <Gemma> pour les développeurs.",
        "Selon Reuters, {Apple} a [racheté] <Darwin>.",
        "Après des mois de rumeurs, {Apple} a [racheté] <Darwin>.",
        "{OpenAI} [ouvrait] enfin <Sora> au public.",
        "{Meta} [montrait] <Llama> hier.",
        "{Apple} a [racheté] <Darwin>, selon le Financial Times.",
        "D'après la société, {Nabla} a [levé] 24 millions.",
        "{Mistral} n'a pas tardé à [lancer] <Le Chat>.",
        "{Anthropic} n'a pas hésité à [poursuivre] <Perplexity>.",
        "Non seulement {Meta} a [publié] <Llama>, mais la licence est souple.",
        "{Meta} ne [publie] que <Llama> en poids ouverts.",
        "{OpenAI} vient de [lancer] <Sora> en Europe.",
        "{Nvidia} a [dévoilé] pas moins de six puces, dont <Rubin>.",
        "Sans surprise, {Google} a [présenté] <Veo>.",
        "{Hugging Face} a [racheté] <Pollen>, mais le prix n'a pas été dévoilé.",
        "{Meta} a [publié] <Llama>, qui pourrait concurrencer GPT.",
        "{OpenAI} a [lancé] <Operator>, alors que Google n'a rien annoncé.",
        "Le robot n'était pas prêt ; {Figure} a [signé] avec <BMW>.",
        "{Amazon}, qui n'a pas commenté, a [investi] dans <Anthropic>.",
        "{Microsoft} a [annoncé] <Phi> la semaine passée.",
        "{Dataiku} compte 1 200 salariés et [utilise] <Claude>.",
        "{Cohere} a [lancé] <Command> sans attendre ses concurrents.",
        "{Stability} a [publié] <Stable Audio> plus tôt que prévu.",
        "Le PDG dit que l'avenir est radieux : {Kyutai} a [ouvert] <Moshi>.",
        "{DeepL} [propose] <Voice> à ses clients.",
        "{Inria} a étudié l'impact de <Claude> et [publié] un rapport.",
        "Le projet prouve qu'il est possible d'égaler GPT : {DeepSeek} [publie] <V3>.",
        "{xAI} a [fusionné] avec <X> malgré les critiques.",
        "{Le gouvernement} a [adopté] <la loi> sans modification.",
    ],
    "planned": [
        "{LUCIE} est [attendue à] <Open Source Experience>.",
        "Prévue pour mai avec la [sortie] de <Magistral> par {Mistral}.",
        "{AMI Labs} a l'ambition de [rivaliser] avec <OpenAI>.",
        "{AMD} [s'offre] <ZT> ; l'opération doit être finalisée en mai.",
        "{Google} va [lancer] <Gemini> sur mobile.",
        "{Lumo} lève 4,5 millions d'euros pour [racheter] <Nabla>.",
        "{Mistral} travaille actuellement sur un [partenariat] avec <Thales>.",
        "{Google} [lancera] <Gemini> au printemps.",
        "{Apple} prévoit de [racheter] <Darwin>.",
        "{Meta} compte [publier] <Behemoth>.",
        "{OpenAI} s'apprête à [dévoiler] <Orion>.",
        "{Mistral} a annoncé qu'elle [publiera] <Large>.",
        "{Nvidia} a confirmé qu'elle va [investir] dans <Poolside>.",
        "{Samsung} annonce le [lancement] prochain de <Gauss>.",
        "{Anthropic} veut [ouvrir] un bureau à <Tokyo>.",
        "La [sortie] de <Gauss> est prévue en juin.",
        "Le [lancement] de <Gauss> aura lieu à Séoul.",
        "L'[arrivée] prochaine de <Claude> dans {Slack} a été confirmée.",
        "<Grok> [sera intégré] à {Telegram} cet été.",
        "{Microsoft} a [présenté] <Majorana>, disponible prochainement.",
        "{Amazon} a [annoncé] <Nova>, qui sera disponible en mars.",
        "{Apple} [dévoile] <Siri>, attendue pour l'automne.",
        "{Le Parlement} entend [adopter] <le règlement>.",
        "{H} ambitionne de [lever] 100 millions.",
        "{LightOn} travaille à l'[intégration] de <Mistral>.",
        "{Cohere} souhaite [acquérir] <Ottogrid>.",
        "{OpenAI} a l'intention de [publier] <un modèle ouvert>.",
        "Le projet de {Microsoft} de [racheter] <Cursor> avance.",
        "{Tesla} est sur le point de [livrer] <Optimus>.",
        "{Bpifrance} s'engage à [investir] dans <Mistral>.",
        "Bientôt, {Doctolib} [intègre] <Claude>.",
        "{Baidu} promet de [publier] <Ernie> en open source.",
        "Les prochaines [versions] de <Grok> par {xAI} sont en cours d'entraînement.",
        "{Alibaba} proposera de [brancher] <Qwen> à Excel.",
        "{Qonto} vise à [déployer] <Claude> partout.",
    ],
    "speculated": [
        "{Apple} est proche d'un [rachat] de <Darwin>.",
        "{Apple} a [racheté] <Darwin>, selon plusieurs sources.",
        "{Apple} aurait [racheté] <Darwin>.",
        "{Apple} pourrait [racheter] <Perplexity>.",
        "{OpenAI} devrait [sortir] <GPT-6> cette année.",
        "{Meta} envisage de [racheter] <Runway>.",
        "{Meta} [rachèterait] <Runway> pour un milliard.",
        "On peut s'attendre à ce que {Google} [lance] <Gemini>.",
        "Selon des rumeurs, {Samsung} [rachète] <Perplexity>.",
        "{Apple} discute d'un [rachat] de <Mistral>.",
        "{Apple} est en pourparlers pour [acquérir] <Mistral>.",
        "Vers un [rachat] de <Mistral> par {Apple} ?",
        "{Apple} va-t-elle [racheter] <Mistral> ?",
        "Une éventuelle [acquisition] de <Mistral> par {Apple} inquiète Paris.",
        "{Anthropic} va probablement [publier] <Claude>.",
        "Reste à savoir si {Meta} [publiera] <Behemoth>.",
        "Il est possible que {xAI} [rachète] <Cursor>.",
        "{OpenAI} [travaillerait] sur <un réseau social>.",
        "{OpenAI} serait en train de [racheter] <Windsurf>.",
        "{Amazon} négocie l'[achat] de <xLight>.",
        "Peut-être que {Google} a [copié] <ChatGPT>.",
        "{Nvidia} chercherait à [investir] dans <Poolside>.",
        "Si {Apple} [rachetait] <Mistral>, l'État réagirait.",
        "Je parie que {Meta} [ferme] <Llama> d'ici deux ans.",
        "Les analystes s'attendent à ce que {Intel} [vende] <Altera>.",
        "Le [rachat] de <Figure> par {Tesla} serait à l'étude.",
        "{OpenAI} réfléchit à [introduire] <la publicité>.",
        "{Mistral} semble [préparer] <une levée>.",
        "Selon plusieurs sources, {OpenAI} [développe] <un outil musical>.",
        "{Thales} étudie le [rachat] de <Preligens>.",
        "La rumeur veut que {Google} [débauche] <l'équipe>.",
    ],
    "negated": [
        "Le [rachat] avorté de <Arm> par {Nvidia} coûte cher.",
        "{Samsung} interdit à ses salariés d'[utiliser] <ChatGPT>.",
        "{Apple} n'a pas [racheté] <Darwin>.",
        "{Apple} ne [rachètera] pas <Darwin>.",
        "{Meta} ne [publie] pas <Behemoth>.",
        "Aucune version majeure de <TensorFlow> n'est [sortie] en avril.",
        "{Apple} dément avoir [racheté] <Mistral>.",
        "{Mistral} dément tout [rachat] par <Apple>.",
        "{OpenAI} renonce à [racheter] <Windsurf>.",
        "{Google} refuse de [signer] <le code de conduite>.",
        "{OpenAI} n'a jamais [publié] <Orion>.",
        "{Apple} n'a pas l'intention de [racheter] <Mistral>.",
        "{Adobe} abandonne son [rachat] de <Figma>.",
        "{Meta} n'a pas encore [publié] <Behemoth>.",
        "{Amazon} ne prévoit pas de [lancer] <Rufus> ici.",
        "Le [rachat] de <Figma> par {Adobe} a été annulé.",
        "Le [lancement] de <Tay> n'aura pas lieu.",
        "{Nvidia} a échoué à [racheter] <Arm>.",
        "{Apple} exclut de [racheter] <Mistral>.",
        "Sans [racheter] <Figure>, {Tesla} avance.",
        "{xAI} n'est plus [partenaire] de <Oracle>.",
        "{Le régulateur} n'a [sanctionné] ni <Meta> ni Google.",
        "{Meta} nie avoir [entraîné] <Llama> sur des livres piratés.",
    ],
}


def read(marked: str, role: Role = Role.BODY) -> Decision:
    plain = MARKS.sub("", marked)

    def span(opening: str, closing: str) -> tuple[int, int] | None:
        if opening not in marked:
            return None
        start, end = (len(MARKS.sub("", marked[: marked.index(mark)])) for mark in (opening, closing))
        return start, end

    trigger = span("[", "]")
    assert trigger is not None
    return decide_factuality(
        plain, language="fr", trigger=trigger, subject=span("{", "}"), object_=span("<", ">"), role=role
    )


@pytest.mark.parametrize(
    ("factuality", "marked"), [(factuality, marked) for factuality, cases in CASES.items() for marked in cases]
)
def test_tells_how_french_sentences_tell_a_claim(factuality: str, marked: str) -> None:
    assert read(marked).factuality == factuality


@pytest.mark.parametrize(
    ("role", "factuality", "marked"),
    [
        (Role.OUTLOOK, "speculated", "{Microsoft} [poursuivra] l'intégration de <Copilot>."),
        (Role.COMMENTARY, "speculated", "{Microsoft} va [dominer] <le marché>."),
        (Role.OUTLOOK, "planned", "{Microsoft} prévoit de [lancer] <Copilot>."),
        (Role.COMMENTARY, "asserted", "{Microsoft} a [racheté] <Nuance>."),
        (Role.OUTLOOK, "negated", "{Microsoft} n'a pas [racheté] <Nuance>."),
        (Role.BODY, "planned", "{Microsoft} [poursuivra] l'intégration de <Copilot>."),
    ],
)
def test_what_is_to_come_is_a_guess_outside_the_news(role: Role, factuality: str, marked: str) -> None:
    assert read(marked, role).factuality == factuality


def test_the_cue_is_shown_as_it_stands() -> None:
    decision = read("{Apple} pourrait [racheter] <Mistral>.")
    assert (decision.cue, decision.cue_span) == ("pourrait", (6, 14))


def test_no_cue_is_read_in_a_name_that_stands_between() -> None:
    text = "Google ouvre Lumo Mono et Lumo Sans Pro en open source."
    between = (26, 39)
    assert text[slice(*between)] == "Lumo Sans Pro"
    told = decide_factuality(text, language="fr", trigger=(22, 54), subject=(13, 22), others=[between])
    assert told == Decision(factuality=Factuality.ASSERTED)
    assert decide_factuality(text, language="fr", trigger=(39, 54), subject=(13, 22)).cue == "Sans"
