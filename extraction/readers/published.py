"""When a digest was published, as it says itself: never guessed, "" when it does not say.

Places are asked in order: fields that the format keeps apart, a "Date : ..." line, what the lines under the title say
of the issue itself ("Recorded on ..."), a line that is hardly more than a date, the issue line of its head, the title,
the name of the file.
"""

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from extraction.document import BlockKind
from extraction.readers.pieces import Piece
from graph.names import normalize, strip_accents

_MONTH_NAMES = (
    "janvier janv january jan",
    "fevrier fevr fev february feb",
    "mars march mar",
    "avril avr april apr",
    "mai may",
    "juin june jun",
    "juillet juil july jul",
    "aout august aug",
    "septembre sept september sep",
    "octobre oct october",
    "novembre nov november",
    "decembre dec december",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_ISO = re.compile(rf"(?<!\d){_YEAR}[-/._](?P<month>\d\d?)[-/._](?P<day>\d\d?)(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(?P<first>\d\d?)[/.-](?P<second>\d\d?)[/.-]{_YEAR}")
_DAY_FIRST = re.compile(rf"\b(?P<day>\d\d?)(?:er|st|nd|rd|th)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+{_YEAR}")
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(?:\d\d?(?:st|nd|rd|th)?\s?[-–—]\s?)?(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}"
)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+{_YEAR}|\b(?P<iso>(?:19|20)\d\d-\d\d)\b(?!-)")
_FILE_DATE = re.compile(
    rf"(?<!\d){_YEAR}[-_.]?(?P<month>\d\d)[-_.]?(?P<day>\d\d)(?!\d)|(?<!\d)(?P<short>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?=-|\D*$)"
)
# Folded text: no accents.
_ISSUE = re.compile(
    r"\W*(?:AI News for|Week (?:of|ending)|(?:Edition|Issue) of|(?:Semaine|Edition|Numero|Veille) du|Du \d)\b",
    re.IGNORECASE,
)
_OWN_DATE = re.compile(
    r"\b(?:publie|publication|paru|parution|enregistre|mise? (?:a jour|en ligne)|arrete|revise|compile|redige|boucle|"
    r"envoye|edition|numero|published|recorded|compiled|updated|revised|edition|issue|posted|sent|written|"
    r"between \d+ and|from \d+ to|du \d+ au|entre le \d+ et)(?:e|s|es)?\b",
    re.IGNORECASE,
)
"""Words by which a line under the title tells the day of the issue itself."""
_ISSUE_NOUN = re.compile(
    r"\b(?:chronologie|timeline|newsletter|lettre|veille|digest|brief|episode|notes?|page|document|liste|list|panorama|"
    r"revue|bulletin|roundup|recap|what moved)\b",
    re.IGNORECASE,
)
"""What such a word may be said of; before a company's name it tells news ("OpenAI published on 3 March ...")."""
_END_OF_DATE = re.compile(r"[;|·•]|\.(?=\s|$)|\s[—–]\s")
_PERIOD = re.compile(r"[qth][1-4]|\d+(?:er|st|nd|rd|th)|fin|debut|mi|early|mid|late|du|au|le|to")
_LABELS = frozenset(
    map(
        normalize,
        (
            "Date",
            "Publié le",
            "Published",
            "Date de publication",
            "Publication date",
            "Published on",
            "Parution",
            "Sent",
            "Posted",
            "Mis à jour le",
        ),
    )
)
_FIRST_YEAR, _LAST_YEAR = 2000, 2049
"""Years in which a digest about AI may have been published; chosen by hand, the clock is not asked."""
_HEAD = 15
"""Pieces at the top of a digest where its date may stand."""
_UNDER_TITLE = 4
"""Pieces, the title among them, in which a digest speaks of its own issue; chosen by hand."""
_OWN_DATE_REACH = 60
"""Characters from such a word in which its date ends; chosen by hand."""
_OTHER_WORDS = 4
"""Words that may stand beside the date on a line that is hardly more than it ("Lundi", "Paris, le")."""


def find_published(
    pieces: Sequence[Piece], *, title: str, fields: Iterable[str], source: str, language: str
) -> str | None:
    """The ISO date of publication that a digest tells, or None; a month alone counts as its last day."""
    head = pieces[:_HEAD]
    texts = [piece.text.text for piece in head]
    labels = [piece for piece in pieces if is_date_label(piece.label)]
    # Several items with a date each say nothing of the digest's.
    labelled = [
        piece.text.text for piece in labels[:1] if piece in head and len({one.text.text for one in labels}) == 1
    ]
    candidates = [
        *fields,
        *labelled,
        *_own_dates(head),
        *(text for text in texts if is_date_line(text, language=language)),
        *(text for text in texts if _ISSUE.match(strip_accents(text))),
    ]
    for text in candidates:
        found = last_day(text[:200], language=language)
        if found:
            return found
    titles = [title, *(piece.text.text for piece in head[:4] if piece.kind in (BlockKind.TITLE, BlockKind.HEADING))]
    for text in titles:
        found = last_day(text[:200], language=language) or last_month(text[:200])
        if found:
            return found
    short = [text for text in texts if len(text) < 60 and _MONTH_ONLY.search(_folded(text))]
    found = next((month for month in map(last_month, short) if month), None)
    return found or _from_file_name(source)


def _own_dates(head: Sequence[Piece]) -> Iterator[str]:
    """What the lines between the title and the next heading say of the issue, from the word that says so on."""
    for number, piece in enumerate(head[:_UNDER_TITLE]):
        if piece.kind in (BlockKind.TITLE, BlockKind.HEADING) and number > 0:
            return
        folded = strip_accents(piece.text.text)
        if len(folded) != len(piece.text.text):
            continue
        told = [match.start() for match in _OWN_DATE.finditer(folded) if _of_issue(folded[: match.start()])]
        for start in [0, *told] if is_date_line(_END_OF_DATE.split(folded)[0], language="fr") else told:
            yield _END_OF_DATE.split(folded[start : start + _OWN_DATE_REACH])[0]


def _of_issue(before: str) -> bool:
    """Whether a word that stands behind these is said of the issue: at the head of its sentence, or of a page."""
    opening = _END_OF_DATE.split(before)[-1].strip(' *_"“”«»')
    return not opening or _ISSUE_NOUN.search(opening) is not None or (opening.islower() and len(opening.split()) <= 2)


def last_day(text: str, *, language: str) -> str | None:
    """The last full date in a text ("25-31 Octobre 2025" gives the 31st), as ISO; None when there is none."""
    folded = _folded(text)
    found: list[tuple[int, str]] = []
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(folded):
            month = match["month"]
            date = _iso(match["year"], _MONTHS.get(month) or int(month), match["day"])
            if date:
                found.append((match.end(), date))
    for match in _NUMERIC.finditer(folded):
        first, second = int(match["first"]), int(match["second"])
        day, month_number = (second, first) if (language == "en" and first <= 12) or second > 12 else (first, second)
        date = _iso(match["year"], month_number, day)
        if date:
            found.append((match.end(), date))
    return max(found)[1] if found else None


def last_month(text: str) -> str | None:
    """The last day of the last month that a text names with its year ("Avril 2025" gives 2025-04-30)."""
    days: list[str] = []
    for match in _MONTH_ONLY.finditer(_folded(text)):
        year, month = match["iso"].split("-") if match["iso"] else (match["year"], str(_MONTHS[match["month"]]))
        if 1 <= int(month) <= 12 and int(year) > 0:
            date = _iso(year, int(month), calendar.monthrange(int(year), int(month))[1])
            if date:
                days.append(date)
    return days[-1] if days else None


def _folded(text: str) -> str:
    return strip_accents(text).casefold()


def _iso(year: str, month: int, day: str | int) -> str | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def is_date_label(label: str) -> bool:
    """Whether a key-value line's key says when the digest was published ("Date", "Publié le")."""
    return normalize(label) in _LABELS


def is_date_line(text: str, *, language: str) -> bool:
    """Whether a line is hardly more than a full date."""
    if len(text) > 80 or not last_day(text, language=language):
        return False
    rest = _folded(text)
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMERIC):
        rest = pattern.sub(" ", rest)
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if word not in _MONTHS]
    return len(words) <= _OTHER_WORDS


def is_date_words(text: str) -> bool:
    """Whether a few words are nothing but a date or a part of one: "March", "5 avril", "Q3 2025"."""
    words = re.findall(r"\w+", _folded(text))
    return bool(words) and all(word.isdigit() or word in _MONTHS or _PERIOD.fullmatch(word) for word in words)


def _from_file_name(source: str) -> str | None:
    name = re.split(r"[/\\]", source.rstrip("/\\"))[-1]
    for match in _FILE_DATE.finditer(name):
        if match["short"]:
            date = _iso("20" + match["short"], int(match["m"]), match["d"])
        else:
            date = _iso(match["year"], int(match["month"]), match["day"])
        if date:
            return date
    return last_month(re.sub(r"[-_.]", " ", name)) or last_month(name)
