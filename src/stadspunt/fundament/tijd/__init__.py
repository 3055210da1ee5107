"""Time: the one clock of the house, and what a moment is called in the Netherlands.

Words: *moment* is an aware UTC datetime, *dag* a calendar day in the Netherlands.
"""
