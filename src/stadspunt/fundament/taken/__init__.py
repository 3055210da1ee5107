"""Jobs: work for later, queued in the same transaction as what asks for it.

Every job may run twice: a job that was killed half-way is given out again. Words: a *taak*
is a function that a worker runs; `enqueue` asks for it; `elke` runs one by the clock.
"""
