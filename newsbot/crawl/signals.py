"""Signals of a crawl beside Scrapy's own, for extensions: what was announced, read, and what came of it.

They are sent as Scrapy sends its signals (`crawler.signals.connect(function, signal=signals.page_read)`); a function
takes the arguments that it names. An error in one is logged and changes nothing of the crawl.
"""

article_announced = object()
"""`found` (a `state.Found`) was announced; `is_asked` says whether the run asks for it."""
article_skipped = object()
"""An announced address was left alone before the state was asked: `url`, `portal`, `reason`. Of addresses that are left
out by rules the examples are told, some of each document and reason."""
page_read = object()
"""A page of an article was read, whatever follows from it: `item` (a `Fetched`) and its `reading`."""
article_settled = object()
"""What the run notes of an article: `url`, `portal`, `status` (one of `state.Status`, or `pending` where it is left to
the next run), `reason` (a stable code, as in the report) and `detail`. What failed on a host that gives nothing at all
is told as `failed` and stays pending."""
