"""From a digest to entities and claims with their evidence. Knows the records of `graph`, and no database."""
