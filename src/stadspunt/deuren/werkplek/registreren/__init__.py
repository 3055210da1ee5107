"""Register a call, a visit or a letter: who, what about, and what was done with it."""
