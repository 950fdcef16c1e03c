"""What the catalogue rules out of what is read loosely."""

import pytest

from extraction.catalogue import load_catalogue
from extraction.claims.clause import Argument
from extraction.claims.plausible import plausible
from extraction.claims.raw import RawClaim
from extraction.document import NamedEntity


def _entity(name: str, kind: str) -> NamedEntity:
    known = load_catalogue().by_name(name)
    return NamedEntity(name=name, kind=kind, surface_forms=(name,), catalogue_id=known.id if known else None)


@pytest.mark.parametrize(
    ("subject", "predicate", "thing", "rule", "expected"),
    [
        ("Mistral AI", "DEVELOPED", "Gemma 3 27B", "en/DEVELOPED/learned", False),
        ("Google", "DEVELOPED", "Gemma 3 27B", "en/DEVELOPED/learned", True),
        ("Anthropic", "RELEASED", "GPT-5-high", "en/RELEASED/learned", False),
        ("Mistral AI", "DEVELOPED", "Kordan 27B", "en/DEVELOPED/learned", True),
        # A reading by a verb stands: somebody may well release a version of another's model.
        ("Nous Research", "RELEASED", "Gemma 3 27B", "en/RELEASED/verb/0/release", True),
        ("Mistral AI", "RELEASED", "Google AI Studio", "en/RELEASED/verb/0/launch", True),
        # Who deploys its own thing puts it out; others use it, and of an unknown thing nobody can tell.
        ("OpenAI", "RELEASED", "GPT-5", "fr/RELEASED/verb/0/déployer", True),
        ("Orange", "RELEASED", "GPT-5", "fr/RELEASED/verb/0/déployer", False),
        ("OpenAI", "RELEASED", "Kordan 27B", "en/RELEASED/verb/0/deploy", False),
        # "Zibra's VS Code extension": what another makes is not Zibra's; what nobody is known to make may be.
        ("Zibra", "DEVELOPED", "Visual Studio Code", "en/DEVELOPED/between/0", False),
        ("Zibra", "DEVELOPED", "Kordan 27B", "en/DEVELOPED/between/0", True),
    ],
)
def test_a_version_is_of_who_makes_its_family(
    subject: str, predicate: str, thing: str, rule: str, expected: bool
) -> None:
    entities = [_entity(subject, "Organization"), _entity(thing, "Model")]
    ends = [Argument(0, ("Organization",), 0, 5, subject), Argument(1, ("Model",), 10, 20, thing)]
    raw = RawClaim(predicate, ends[0], ends[1], None, (5, 10), rule, 0.9, 0)
    assert plausible(raw, entities, load_catalogue()) is expected
