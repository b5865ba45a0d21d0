"""Runs of the stream over many pages."""
