"""What people are busy with: what was typed and not yet sent, and who is at the same thing at this moment.

A *concept* is the unsent text of one employee at one place (`plek`, such as 'vraag-12-antwoord'); it outlives a crash, a
sign-out and a change of owner. An *aanwezigheid* is a lease: it says that somebody looks or writes, and ends by itself.
What a place is, and who may be there, is known by the doors; a door asks only after it has shown the thing itself.
"""
