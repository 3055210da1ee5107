"""Calendars and norms: on which days the organisation works, and by when an answer is promised.

Words: *Kalender* (the opening days of the organisation, as a value), *Sluitingsdag* (a day on
which it is closed: data, never code), *Servicenorm* (working days for an answer, by channel).
Reads: organisatie.
"""
