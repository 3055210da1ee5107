"""The loader: turns the town, its year and today's work into rows.

The town and today's work go through the actions of the rooms. Only the year behind goes straight into the
tables, by COPY, with all constraints on: fourteen thousand questions one by one would take minutes.
"""
