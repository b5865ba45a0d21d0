"""Processes that read pages, and what is done where one of them dies or hangs."""

PAGE_TIME = 10.0
"""Seconds that a page may take before it is a reject `timeout`, in `replay`, in a pool and in a crawl. The dearest page
of 5 MB that benchmarks/growth.py makes takes five, an honest one of half a megabyte a tenth of a second."""
