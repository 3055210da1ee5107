"""Facts: what happened, written once and never changed, and told to who wants to know.

A *feit* is a frozen dataclass of ids, days and words: no names, no free text. `publish`
writes it in the transaction of the action that made it true; a worker then gives it to each
reaction, each exactly once.
"""
