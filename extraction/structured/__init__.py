"""Tables of facts (CSV, JSON, JSON Lines) as documents: each row an `Extraction`, read as a declared mapping says.

A row is a document like any other: it is rendered as readable lines, and every claim points at the exact characters of
them. Nothing here knows a database.
"""

from extraction.structured.mapping import Mapping, load_mapping, mapping_names
from extraction.structured.reading import RowReading, Survey, read_table, survey_table

__all__ = ["Mapping", "RowReading", "Survey", "load_mapping", "mapping_names", "read_table", "survey_table"]
