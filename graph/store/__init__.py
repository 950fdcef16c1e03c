"""The store: one protocol, two engines, the same Cypher files."""
