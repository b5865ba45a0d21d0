"""Layouts of years that are gone, beside the declarations of today: what an archivist needs."""
