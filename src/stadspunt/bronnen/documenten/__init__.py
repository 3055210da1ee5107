"""Files that came or go with a message: their name, their true type, their danger.

Words: *Document* (a file with its name), *gevaar* (why it is kept but not opened). Reads: opslag.
"""
