"""The graph's vocabulary and size, and whether all is well."""

from fastapi import APIRouter

from api.models import Health, SchemaAnswer
from api.services import StoreOf
from graph.ontology import load_ontology
from graph.store import read
from graph.store.answers import GraphStatus

router = APIRouter(tags=["system"])


@router.get("/schema", summary="Kinds and predicates")
def schema() -> SchemaAnswer:
    """What the graph can hold and what can be said of it, with words for people in French and English."""
    ontology = load_ontology()
    return SchemaAnswer(kinds=tuple(ontology.kinds.values()), predicates=tuple(ontology.predicates.values()))


@router.get("/status", summary="How much there is")
def status(store: StoreOf) -> GraphStatus:
    """How many documents, entities and claims the graph holds, and of what."""
    return read.status(store)


@router.get("/health", summary="Does the server answer")
async def health() -> Health:
    """That the server runs; the graph is not asked."""
    return Health(status="ok")


@router.get("/ready", summary="Does the graph answer")
def ready(store: StoreOf) -> Health:
    """That the graph can be read; 503 with the reason when it cannot."""
    read.status(store)
    return Health(status="ok")
