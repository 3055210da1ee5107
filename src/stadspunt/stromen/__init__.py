"""The flows: what happens to a question."""
