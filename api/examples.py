"""One example of every record that the API answers with: real records, so that they cannot drift from the types."""

from pydantic import BaseModel

from api.ask.records import AnswerLine, AskAnswer, Asks, Quote, Understanding
from api.errors import FieldProblem, Problem
from api.models import DocumentDetail, Health, Merged, NewDocument, NewMerge, NewRejection, RawQuery, SchemaAnswer
from graph.judgements import Judgement, Verdict
from graph.ontology import load_ontology
from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, PassageId, Predicate
from graph.resolution import Explanation, Match, ResolutionReport
from graph.resolution.persons import SplitReport
from graph.store.answers import (
    ClaimAnswer,
    Conflict,
    DocumentSummary,
    EntityAnswer,
    EntityRef,
    EntitySummary,
    EvidenceAnswer,
    GraphStatus,
    PassageAnswer,
    RawAnswer,
    WriteReport,
)
from graph.store.judged import TakenJudgement

_DOCUMENT = DocumentId("9b1f6c3ad2e47081ffc0")
_SOURCE = "https://digest.example/2025-04"
_TITLE = "AI weekly, April 2025"
_SENTENCE = "Hugging Face acquired the French start-up Pollen Robotics on 14 April."
_BUYER = EntityRef(id=EntityId("organization/hugging-face"), name="Hugging Face", kind=Kind("Organization"))
_BOUGHT = EntityRef(id=EntityId("organization/pollen-robotics"), name="Pollen Robotics", kind=Kind("Organization"))
_SUMMARY = EntitySummary(
    id=_BUYER.id,
    name=_BUYER.name,
    kind=_BUYER.kind,
    aliases=("HuggingFace",),
    mentions=7,
    documents=2,
    first_seen="2025-04-30",
    last_seen="2025-06-02",
)
_EVIDENCE = EvidenceAnswer(
    document_id=_DOCUMENT,
    document_title=_TITLE,
    source=_SOURCE,
    published="2025-04-30",
    passage_id=PassageId(f"{_DOCUMENT}-00012"),
    passage=_SENTENCE,
    quote="**Hugging Face** acquired the French start-up Pollen Robotics on 14 April",
    start_char=1204,
    end_char=1277,
)
_CLAIM = ClaimAnswer(
    id=ClaimId("4f7c2a9d10b35e86c1d2"),
    predicate=Predicate("ACQUIRED"),
    subject=_BUYER,
    object=_BOUGHT,
    value=None,
    date="2025-04-14",
    date_start="2025-04-14",
    date_end="2025-04-14",
    date_precision="day",
    factuality=Factuality.ASSERTED,
    cue="",
    confidence=0.93,
    rule="en/ACQUIRED/verb",
    qualifiers={},
    published="2025-04-30",
    document_id=_DOCUMENT,
    evidence=(_EVIDENCE,),
)
_OTHER_CLAIM = _CLAIM.model_copy(
    update={
        "id": ClaimId("b0c41d7e9a2f5836e1d7"),
        "subject": EntityRef(id=EntityId("organization/meta"), name="Meta", kind=Kind("Organization")),
    }
)
_LISTED_DOCUMENT = DocumentSummary(
    id=_DOCUMENT,
    source=_SOURCE,
    outlet="digest.example",
    title=_TITLE,
    language="en",
    published="2025-04-30",
    passages=58,
    claims=41,
    current=True,
    characters=9120,
    format="markdown",
)
_PASSAGE = PassageAnswer(
    id=_EVIDENCE.passage_id,
    position=12,
    text=_SENTENCE,
    section="Business",
    role="body",
    start_char=1204,
    end_char=1278,
)
_QUOTE = Quote(claim_id=_CLAIM.id, document_title=_TITLE, source=_SOURCE, published="2025-04-30", text=_SENTENCE)
_LINE = AnswerLine(
    text="Hugging Face acquired Pollen Robotics.",
    answer="Hugging Face",
    date="2025-04-14",
    date_words="14 April 2025",
    factuality=Factuality.ASSERTED,
    quotes=(_QUOTE,),
)
_UNDERSTOOD = Understanding(
    asks=Asks.SUBJECTS, predicates=(_CLAIM.predicate,), subject=None, object=_BOUGHT, kinds=(), since=None, until=None
)
_ONTOLOGY = load_ontology()
_KIND = _ONTOLOGY.kind("Organization")
_PREDICATE = _ONTOLOGY.predicate("ACQUIRED")

_MERGED, _KEPT = EntityId("organization/mistral"), EntityId("organization/mistral-ai")
_EXPLANATION = Explanation(feature="loose_word", points=0.75, detail="only one has 'ai'")
_WHY = "the company's name with and without AI"
EXAMPLES: tuple[BaseModel, ...] = (
    _SUMMARY,
    EntityAnswer(
        **_SUMMARY.model_dump(),
        surface_forms=("Hugging Face", "HF"),
        external_ids=("wikidata:Q108943604",),
        claims=12,
        merged=(EntityId("organization/huggingface-inc"),),
    ),
    _BUYER,
    _EVIDENCE,
    _CLAIM,
    Conflict(predicate=_CLAIM.predicate, entity=_BOUGHT, side="subject", claims=(_CLAIM, _OTHER_CLAIM)),
    _LISTED_DOCUMENT,
    _PASSAGE,
    DocumentDetail(**_LISTED_DOCUMENT.model_dump(), text=(_PASSAGE,)),
    WriteReport(document_id=_DOCUMENT, status="new", entities=34, mentions=120, claims=41),
    GraphStatus(
        uri="embedded:/var/lib/veille/graph.kgl",
        engine="embedded",
        schema_version=1,
        documents=3,
        passages=160,
        entities=214,
        mentions=702,
        claims=131,
        by_kind={"Organization": 80},
        by_predicate={"ACQUIRED": 6},
    ),
    RawAnswer(columns=("name", "claims"), rows=(("Pollen Robotics", 3),), truncated=False),
    _QUOTE,
    _LINE,
    _UNDERSTOOD,
    AskAnswer(
        question="who acquired Pollen Robotics?",
        language="en",
        understood=_UNDERSTOOD,
        text="Pollen Robotics acquired by: Hugging Face.",
        lines=(_LINE,),
        suggestions=(),
        claims=(_CLAIM,),
        truncated=False,
    ),
    _KIND,
    _PREDICATE,
    _KIND.label,
    SchemaAnswer(kinds=(_KIND,), predicates=(_PREDICATE,)),
    Health(status="ok"),
    NewDocument(text="# AI weekly\n\nHugging Face acquired Pollen Robotics.\n", source=_SOURCE, published="2025-04-30"),
    RawQuery(
        query="MATCH (a:Entity:Organization {name: $name})-[:ACQUIRED]->(b) RETURN b.name AS name",
        parameters={"name": "Hugging Face"},
    ),
    _EXPLANATION,
    Match(
        left_id=_MERGED,
        right_id=_KEPT,
        left_name="Mistral",
        right_name="Mistral AI",
        score=0.75,
        explanations=(_EXPLANATION,),
    ),
    Judgement(verdict=Verdict.SAME, merged_id=_MERGED, kept_id=_KEPT, decided_by="Camille", reason=_WHY),
    TakenJudgement(
        verdict=Verdict.SAME,
        merged_id=_MERGED,
        kept_id=_KEPT,
        decided_by="Camille",
        reason=_WHY,
        decided_at="2025-05-02T09:30:00+00:00",
    ),
    Merged(verdict=Verdict.SAME, merged_id=_MERGED, kept_id=_KEPT, decided_by="Camille", reason=_WHY, aside=0),
    NewMerge(merged_id=_MERGED, kept_id=_KEPT, decided_by="Camille", reason=_WHY),
    NewRejection(
        left_id=_KEPT, right_id=EntityId("organization/mistral-energy"), decided_by="Camille", reason="two companies"
    ),
    SplitReport(merged_id=_MERGED, kept_id=_KEPT, kept_apart=False),
    ResolutionReport(merged=3, split=0, review=12),
    FieldProblem(where="query.limit", reason="Input should be less than or equal to 200"),
    Problem(
        type="urn:veille:error:entity-not-found",
        title="No entity has this id or name.",
        status=404,
        detail="No entity 'organization/huging-face' is in the graph: search with /v1/entities?q=.",
        instance="/v1/entities/organization/huging-face",
    ),
)
