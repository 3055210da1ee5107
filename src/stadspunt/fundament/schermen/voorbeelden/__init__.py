"""What the style guide shows: invented words and figures of the invented municipality Lindewaard."""
