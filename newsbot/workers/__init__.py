"""Processes that read pages, and what is done where one of them dies or hangs."""
