"""The product catalogue in short: what can be asked, who knows about it, the first answer.

Words: *Product*, *Snelcode* (a question that is registered and answered in two clicks).
Reads: organisatie.
"""
