"""The HTTP API: a thin app over a store. `create_app` gives it; `veille serve` runs it.

Every answer is a typed record, every failure an RFC 9457 problem. Reading needs nothing; writing needs the key.
"""

import os
from collections.abc import Callable, Collection
from importlib.metadata import version

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from api.errors import PROBLEMS, install_handlers
from api.guards import LOOPBACK_HOSTS, HostGuard
from api.ingest import Extractor, load_default_extractor
from api.openapi import install_openapi
from api.routers import claims, documents, entities, questions, resolution, system
from api.services import Services
from graph.settings import API_KEY_VARIABLE, max_digest_bytes
from graph.store import Store

_WHAT = """Who released, acquired, partnered, organised, regulated what in AI, when, and in which sentence that was
said. Every claim carries its evidence and says whether it is asserted, planned, speculated or negated."""


def create_app(
    store: Store,
    *,
    extractor: Extractor | None = None,
    load_extractor: Callable[[], Extractor] = load_default_extractor,
    api_key: str | None = None,
    allowed_hosts: Collection[str] = LOOPBACK_HOSTS,
) -> FastAPI:
    """The app over a store, which stays the caller's to close.

    Args:
        extractor: Reads posted digests; when None, `load_extractor` gives one at the first write.
        api_key: What writers must send; when None, the value of VEILLE_API_KEY, and with none set nobody may write.
        allowed_hosts: Host names that requests may come to.
    """
    # Offline: the pages at /docs and /redoc load nothing from another machine.
    app = FastAPIOffline(
        title="Veille",
        version=version("veille"),
        description=_WHAT,
        responses=PROBLEMS,
        swagger_ui_parameters={"docExpansion": "list", "tryItOutEnabled": True},
    )
    app.state.services = Services(
        store=store,
        load_extractor=load_extractor,
        api_key=api_key or os.environ.get(API_KEY_VARIABLE) or None,
        max_body_bytes=max_digest_bytes(),
        extractor=extractor,
    )
    for module in (entities, claims, documents, resolution, questions, system):
        app.include_router(module.router, prefix="/v1")
    install_handlers(app)
    install_openapi(app)
    app.add_middleware(HostGuard, allowed=allowed_hosts)
    return app
