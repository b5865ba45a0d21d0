"""The Scrapy project: where the spiders are; everything else is set by the add-on."""

BOT_NAME = "newsbot"
SPIDER_MODULES = ["newsbot.crawl.spiders"]
NEWSPIDER_MODULE = "newsbot.crawl.spiders"
ADDONS = {"newsbot.addon.NewsbotAddon": 0}
COMMANDS_MODULE = "newsbot.crawl.commands"
