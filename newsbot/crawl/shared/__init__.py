"""One crawl by several processes, on one machine or many: `SCHEDULER = "newsbot.shared.Scheduler"` and a `REDIS_URL`.

Built on the scheduler, the queue and the duplicate filter of scrapy-redis; docs/scheduling.md tells how to run it and
what it promises.
"""

try:
    import scrapy_redis  # noqa: F401 - so that what is missing is said by its name
except ImportError as error:
    raise ImportError("a shared crawl needs scrapy-redis: pip install 'newsbot[redis]'") from error

from newsbot.crawl.shared.scheduler import Scheduler

__all__ = ["Scheduler"]
