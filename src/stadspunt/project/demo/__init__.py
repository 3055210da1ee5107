"""The demo municipality Lindewaard: a made-up place with a believable year behind it and work open today.

Content and generator are data and pure functions: no Django, no database, no clock; only `laden` turns
them into rows. Two words matter: *jaar* is the past year that goes in by bulk, *vandaag* the open work
that is made step by step through the actions of the rooms.
"""
