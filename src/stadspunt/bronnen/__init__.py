"""The sources: what the municipality knows."""
