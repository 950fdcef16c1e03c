"""The corpus of our own, and the small models trained on it. Not needed to read digests."""
