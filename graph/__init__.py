"""The graph: records, ontology, names and ids, resolution, and the store with its two engines."""
