"""English case table: [trigger], {subject}, <object>; near-misses stand beside hits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.dates import DateRelation
from extraction.document import Role
from extraction.factuality import Decision, decide_factuality
from graph.edtf import parse_edtf
from graph.records import Factuality

MARKS = re.compile(r"[\[\]{}<>]")

CASES = {
    "asserted": [
        "{Mistral} [released] <Codestral> last night.",
        "{Google} [launches] <Gemma> for developers.",
        "{Apple} [acquired] <Darwin>, according to Reuters.",
        "According to Bloomberg, {Apple} [bought] <Darwin>.",
        "{Meta} not only [released] <Llama> but also its data.",
        "{Meta} [released] not just <Llama> but its training code.",
        "No doubt {Nvidia} [dominates] <AMD>.",
        "In May, {Anthropic} [released] <Claude>.",
        "After months of rumors, {OpenAI} [released] <Sora>.",
        "{xAI} [bought] <Hotshot>, potentially adding videos to Grok.",
        "The judge dismissed {Musk}'s [lawsuit against] <OpenAI>.",
        "{OpenAI} extended its [partnership] with <Acme>.",
        "On May 5, {Figma} [introduced] <Make>.",
        "Coming to terms with it, {Apple} [put] <Gemini> on the road.",
        "{May Mobility} [raised] <$50 million>.",
        "{OpenAI} wasted no time and [launched] <Sora>.",
        "{Mistral} did not hesitate to [sue] <Acme>.",
        "{Hugging Face} [bought] <Pollen>, but did not disclose the price.",
        "{Meta} [released] <Llama>, which could rival GPT.",
        "{OpenAI} [launched] <Operator> while Google has not answered.",
        "The robot was not ready; {Figure} [signed] with <BMW>.",
        "{Amazon}, which did not comment, [invested] in <Anthropic>.",
        "{Microsoft} [announced] <Phi> on Tuesday.",
        "{Google} [unveiled] <Veo> at its conference.",
        "{xAI} [merged] with <X> despite criticism.",
        "{Nvidia} [presented] none other than <Rubin>.",
        '"It will change everything," said the chief of {Acme}, which [makes] <Foo>.',
        "{Cohere} [launched] <Command>, and analysts think it may grow.",
        "{DeepL} [offers] <Voice>, so users can speak.",
        "{Stability} [shipped] <Stable Audio> ahead of schedule.",
        "No longer a secret: {Kyutai} [opened] <Moshi>.",
        "{OpenAI} [previewed] <Canvas> to paying users.",
        "Users [discussed] the limits of <Perplexity>.",
        "It should be noted that {Google} [released] <Bard>.",
        "{Lumo} raised $2 million and [acquired] <Ottogrid>.",
        "{Lumo} has [raised] over $2 million to date from <Accel>.",
        "{Microsoft} said that Bing will now [use] <DALL-E>.",
        "Users discussed what {Bard} can do when it [uses] <Gemini>.",
    ],
    "planned": [
        "Slated for May, {OpenAI} [releases] <Orion>.",
        "{Gemini} is [coming to] <CarPlay>.",
        "One of the features [coming to] <Microsoft 365> is {Business Chat}.",
        "{Nvidia} is [buying] <Darwin>; the deal is expected to close in May.",
        "{Google} will [launch] <Gemini> on phones.",
        "{Google} is set to [launch] <Gemini>.",
        "{Apple} plans to [acquire] <Darwin>.",
        "{Meta} intends to [release] <Behemoth>.",
        "{OpenAI} is about to [unveil] <Orion>.",
        "{Mistral} announced that it will [publish] <Large>.",
        "{Nvidia} agreed to [buy] <Poolside>.",
        "{Samsung} is preparing to [launch] <Gauss>.",
        "{Anthropic} wants to [open] an office in <Tokyo>.",
        "The [launch] of <Gauss> is scheduled for June.",
        "The upcoming [release] of <Grok> excites fans of {xAI}.",
        "<Grok> will soon be [integrated] into {Telegram}.",
        "{Microsoft} [announced] <Majorana>, available later this year.",
        "{Amazon} [unveiled] <Nova>, which will be available in March.",
        "{Apple} [previewed] <Siri>, coming this fall.",
        "{Congress} aims to [adopt] <the bill>.",
        "{H} hopes to [raise] <$100 million>.",
        "{Lumo} has raised $1.7 billion to [acquire] <Ottogrid>.",
        "{Lumo} secured a loan from two banks to [build] <Ottogrid>.",
        "{LightOn} is working on the [integration] of <Mistral>.",
        "{Cohere} seeks to [acquire] <Ottogrid>.",
        "{Tesla} promises to [deliver] <Optimus>.",
        "{Bpifrance} pledged to [invest] in <Mistral>.",
        "{Slack} [integrates] <Claude>, coming soon.",
        "{Nissan} plans, with help from partners, to [adopt] <Wayve>.",
        "{Meta} is going to [license] <Midjourney>.",
        "{Baidu}'s plan to [open] <Ernie> is on track.",
        "{Intel} is expecting to [ship] <Jaguar> next year.",
        "<Jaguar> [support] is coming to {PyTorch} next month.",
        "{Figma} is due to [open] <Make> to everyone.",
        "{Perplexity} offered to [buy] <Chrome>.",
    ],
    "speculated": [
        "Expected to [run] on <Blackwell> like {Orion}.",
        "Users are discussing if {Bard} can [use] <Gemini>.",
        "{Apple} is close to [buying] <Darwin>.",
        "{Apple} met bankers, potentially [buying] <Darwin>.",
        "{Apple} is nearing a deal to [buy] <Darwin>.",
        "{Apple} [bought] <Darwin>, sources said.",
        "{Apple} reportedly [acquired] <Darwin>.",
        "{Apple} could [buy] <Perplexity>.",
        "{OpenAI} may [release] <GPT-6> this year.",
        "{Meta} might [buy] <Runway>.",
        "{Meta} is considering [buying] <Runway>.",
        "{OpenAI} is expected to [launch] <GPT-6>.",
        "{OpenAI} is likely to [launch] <GPT-6>.",
        "{OpenAI} will probably [launch] <GPT-6>.",
        "{Apple} is in talks to [acquire] <Mistral>.",
        "{Apple} is reportedly in early talks to [acquire] <Mistral>.",
        "{Apple} held internal talks about [buying] <Mistral>.",
        "Rumors say {Samsung} [acquired] <Perplexity>.",
        "Will {Apple} [buy] <Mistral>?",
        "Did {DeepSeek} [distill] <o1>?",
        "A potential [acquisition] of <Mistral> by {Apple} worries Paris.",
        "It is unclear whether {Meta} [trained] <Llama> on books.",
        "If {Apple} [bought] <Mistral>, Paris would object.",
        "I think {Meta} [closes] <Llama> in two years.",
        "Analysts expect {Intel} to [sell] <Altera>.",
        "{Google} allegedly [copied] <ChatGPT>.",
        "{Amazon} is exploring a [deal] with <xLight>.",
        "{OpenAI} reportedly plans to [buy] <Windsurf>.",
        "{Perplexity} seems to [rival] <Google>.",
        "Perhaps {Google} [trained] <Gemini> on videos.",
        "Users are eagerly awaiting the [integration] of <Claude> into {Perplexity}.",
        "{Nvidia} would [invest] in <Poolside>.",
        "According to sources, {Nvidia} [invests] in <Poolside>.",
        "The reported [acquisition] of <Groq> made headlines.",
        "{Apple} discussed an [acquisition] of <Perplexity>.",
        "We expect {xAI} to [open] <Grok>.",
    ],
    "negated": [
        "{Nvidia}'s failed [acquisition] of <Arm> still hurts.",
        "{OpenAI} ended its [partnership] with <Acme>.",
        "{Apple} restricts its staff from [using] <ChatGPT>.",
        "{Apple} did not [acquire] <Darwin>.",
        "{Apple} will not [acquire] <Darwin>.",
        "{Apple} won't [acquire] <Darwin>.",
        "{Meta} hasn't [released] <Behemoth>.",
        "{Meta} has not yet [released] <Behemoth>.",
        "No major version of <TensorFlow> was [released] in April.",
        "{Apple} denied it had [acquired] <Mistral>.",
        "{Mistral} denies any [merger] with <Apple>.",
        "{OpenAI} dropped its plan to [buy] <Windsurf>.",
        "{Google} refused to [sign] <the code>.",
        "{OpenAI} never [released] <Orion>.",
        "{Apple} has no plans to [buy] <Mistral>.",
        "{Adobe} abandoned its [acquisition] of <Figma>.",
        "{Amazon} does not plan to [launch] <Rufus> here.",
        "The [acquisition] of <Figma> by {Adobe} was called off.",
        "The [acquisition] of <Figma> by {Adobe} fell through.",
        "{Nvidia} failed to [buy] <Arm>.",
        "{Apple} ruled out [buying] <Mistral>.",
        "Without [buying] <Figure>, {Tesla} goes on.",
        "{xAI} is no longer a [partner] of <Oracle>.",
        "{The White House} suspended its plan to [ban] <the H20>.",
        "{Midjourney} declined to [license] <its model>.",
        "{Meta} decided not to [open] <Behemoth>.",
    ],
}


def read(marked: str, *, role: Role = Role.BODY, headline: bool = False, presupposed: bool = False) -> Decision:
    def span(opening: str, closing: str) -> tuple[int, int] | None:
        if opening not in marked:
            return None
        start, end = (len(MARKS.sub("", marked[: marked.index(mark)])) for mark in (opening, closing))
        return start, end

    trigger = span("[", "]")
    assert trigger is not None
    return decide_factuality(
        MARKS.sub("", marked),
        language="en",
        trigger=trigger,
        subject=span("{", "}"),
        object_=span("<", ">"),
        role=role,
        headline=headline,
        presupposed=presupposed,
    )


@pytest.mark.parametrize(
    ("factuality", "marked"), [(factuality, marked) for factuality, cases in CASES.items() for marked in cases]
)
def test_tells_how_english_sentences_tell_a_claim(factuality: str, marked: str) -> None:
    assert read(marked).factuality == factuality


@pytest.mark.parametrize(
    ("headline", "factuality", "marked"),
    [
        (True, "planned", "{Google} to [launch] <Gemini>"),
        (True, "planned", "{Google} to finally [launch] <Gemini>"),
        (True, "asserted", "{Google} Cloud partners to [launch] <Gemini>"),
        (True, "asserted", "{Google} [launches] <Gemini>"),
        (True, "speculated", "Is {Google} to [launch] <Gemini>?"),
    ],
)
def test_an_infinitive_after_the_subject_of_a_headline_is_a_plan(headline: bool, factuality: str, marked: str) -> None:
    assert read(marked, headline=headline).factuality == factuality


@pytest.mark.parametrize(
    ("marked", "factuality"),
    [
        ("{Google} could launch <Gemini>, [made by] its lab.", "asserted"),
        ("Will {Nvidia} buy <Groq>, a [rival] chip maker?", "asserted"),
        ("The chief of {Apple} denied a deal with [former] partner <Intel>.", "asserted"),
        ("{Samsung} will adopt <Gauss>, a [rumored rival] of it.", "speculated"),
    ],
)
def test_what_a_sentence_takes_for_granted_is_not_touched_by_its_verb(marked: str, factuality: str) -> None:
    assert read(marked, presupposed=True).factuality == factuality


@pytest.mark.parametrize(
    ("role", "factuality", "marked"),
    [
        (Role.OUTLOOK, "speculated", "{Microsoft} will [push] <Copilot>."),
        (Role.COMMENTARY, "planned", "{Microsoft} plans to [push] <Copilot>."),
        (Role.COMMENTARY, "asserted", "{Microsoft} [bought] <Nuance>."),
        (Role.OUTLOOK, "negated", "{Microsoft} did not [buy] <Nuance>."),
    ],
)
def test_what_is_to_come_is_a_guess_outside_the_news(role: Role, factuality: str, marked: str) -> None:
    assert read(marked, role=role).factuality == factuality


@pytest.mark.parametrize(
    ("edtf", "relation", "factuality"),
    [
        ("2025-06", DateRelation.ON, "planned"),
        ("2025-04", DateRelation.ON, "asserted"),
        ("../2027", DateRelation.BY, "asserted"),
        ("2025-03-30", DateRelation.ON, "asserted"),
        ("2025-05-01/2025-05-10", DateRelation.SINCE, "planned"),
    ],
)
def test_what_happens_after_the_digest_is_planned(edtf: str, relation: DateRelation, factuality: str) -> None:
    decision = decide_factuality(
        "Acme opens Foo.",
        language="en",
        trigger=(5, 10),
        date=parse_edtf(edtf),
        relation=relation,
        published="2025-04-30",
    )
    assert decision.factuality == factuality


@given(st.text(max_size=120), st.integers(0, 130), st.integers(0, 20), st.sampled_from(["fr", "en"]))
def test_any_text_and_span_gets_a_decision_with_its_cue_inside(
    text: str, start: int, width: int, language: str
) -> None:
    decision = decide_factuality(text, language=language, trigger=(start, start + width))
    assert decision.factuality in set(Factuality)
    if decision.cue_span is not None:
        low, high = decision.cue_span
        assert 0 <= low <= high <= len(text) and decision.cue == text[low:high].strip()
