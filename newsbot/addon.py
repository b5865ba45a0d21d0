"""The public name of the Scrapy add-on: `ADDONS = {"newsbot.addon.NewsbotAddon": 0}`."""

from newsbot.crawl.addon import NewsbotAddon

__all__ = ["NewsbotAddon"]
