"""Two extractions of the same pages, compared: what a change of the rules changes."""
