"""The public name of the scheduler that several processes share: `SCHEDULER = "newsbot.shared.Scheduler"`."""

from newsbot.crawl.shared import Scheduler

__all__ = ["Scheduler"]
