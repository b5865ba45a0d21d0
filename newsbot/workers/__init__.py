"""Processes that read pages, and what is done where one of them dies or hangs."""

PAGE_TIME = 10.0
"""Seconds of work that a page may cost before it is a reject `timeout`, in `replay`, in a pool and in a crawl; an
honest one of half a megabyte costs a tenth of a second."""
SLACK = 3
"""Times as long may pass by the clock: a machine that serves others as well makes no page dear, and what waits without
working ends nevertheless."""
