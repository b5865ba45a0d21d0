"""Scrapy settings: a guest who says who it is, asks little, and does as robots.txt says."""

BOT_NAME = "newsbot"
SPIDER_MODULES = ["newsbot.spiders"]
NEWSPIDER_MODULE = "newsbot.spiders"

USER_AGENT = "newsbot/0.1.0 (+https://github.com/newsbot-id/newsbot)"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "newsbot"

CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 2.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 2.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0

COOKIES_ENABLED = False
REFERRER_POLICY = "same-origin"
DOWNLOAD_MAXSIZE = 20_000_000  # newsbot.snapshot.MAX_BODY

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # on by default since Scrapy 2.19: it runs code that is sent to it

LOG_LEVEL = "INFO"
FEED_EXPORT_ENCODING = "utf-8"
