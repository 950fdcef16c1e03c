"""Cursors: where a page ended, as a text that clients give back unread.

A cursor carries the list it belongs to (route and filters, hashed), so that one from another list is refused instead
of giving a page from nowhere. It holds nothing secret and is not signed.
"""

import base64
import binascii
import hashlib
import json

from graph.errors import InvalidCursor
from graph.store.answers import SortKey

_FINGERPRINT = 8
"""Hex digits that tell lists apart; a slip is caught, an attacker gains nothing."""
_LONGEST = 2_000
"""Characters of a cursor that are looked at; names in sort keys are far shorter."""


def encode_cursor(key: SortKey | None, *of: object) -> str | None:
    """The cursor of the page that ended at `key`, in the list that `of` (route and filters) tells; None for no more."""
    if key is None:
        return None
    text = json.dumps([_fingerprint(of), *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None, *of: object) -> SortKey | None:
    """The key that a cursor carries; None without one.

    Raises:
        InvalidCursor: it is not one of ours, or is of another list than `of` tells.
    """
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True).decode())
    except (binascii.Error, ValueError, RecursionError) as error:
        raise InvalidCursor(cursor[:40]) from error
    ours = isinstance(parts, list) and len(cursor) <= _LONGEST and all(isinstance(part, str) for part in parts)
    if not ours or parts[:1] != [_fingerprint(of)]:
        raise InvalidCursor(cursor[:40])
    return tuple(parts[1:])


def _fingerprint(of: tuple[object, ...]) -> str:
    return hashlib.sha256("\x1f".join(str(part) for part in of).encode()).hexdigest()[:_FINGERPRINT]
