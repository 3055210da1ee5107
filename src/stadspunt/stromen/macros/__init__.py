"""Macros: a named set of steps on a question, done in one act and undone in one.

Words: *Macro*, *Stap*, *Macrouitvoering* (one macro on one question). Calls: correspondentie,
overdracht, klantcontacten and what lies below. Nobody calls it but the doors.
"""
