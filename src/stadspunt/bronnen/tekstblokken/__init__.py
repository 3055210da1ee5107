"""Short pieces of text that are put into a field by typing `::`.

Words: *Tekstblok* (a piece of text with a shortcut word), *Waarvoor* (for which field it is meant).
A shared one is kept by an administrator, an own one by its employee. Reads: organisatie.
"""
