"""From names in sentences to claims: verbs, nouns and the words between two names that state a predicate."""
