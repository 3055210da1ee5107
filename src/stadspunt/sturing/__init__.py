"""Steering: listens to everything, nothing below calls it."""
