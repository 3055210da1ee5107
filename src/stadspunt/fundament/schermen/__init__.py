"""The look: page frames, components, charts and tokens that every screen shares.

Words: a *kader* is what stands around a screen, an *onderdeel* a value that a component
draws, a *token* a named colour, size or space in `static/schermen/tokens.css`. Reads no
database: everything arrives as a frozen value.
"""
