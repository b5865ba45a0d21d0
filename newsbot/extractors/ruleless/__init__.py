"""The path without rules: an article of a template that nobody declared."""
