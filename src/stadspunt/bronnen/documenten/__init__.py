"""Files that came or went with a message: their name, their true type, their danger, and what the virus scanner says.

Words: *Document* (a file with its name), *gevaar* (why it is kept but not opened), *virusstand* (what the scanner said),
*besmet* (a virus was found: nobody gets it). Reads: opslag.
"""
