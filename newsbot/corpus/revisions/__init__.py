"""The captures of one article as one timeline: what changed when, and whether the article says so."""
