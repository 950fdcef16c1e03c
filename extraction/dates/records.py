"""What a search for dates gives."""

from enum import StrEnum

from graph.records import Date, Record


class DateRelation(StrEnum):
    """How a date holds for what is told: on it, by it at the latest, until it, before it, from it on, after it."""

    ON = "on"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"
    AROUND = "around"


class FoundDate(Record):
    """A date told in a text: a half-open span of that text, and what it means.

    `date` already has the relation in it where EDTF can say it ("by 2027" is "../2027"); `since` and `after` keep the
    told date, because a thing that holds since a day happened on it.
    """

    start: int
    end: int
    text: str
    date: Date
    relation: DateRelation = DateRelation.ON
