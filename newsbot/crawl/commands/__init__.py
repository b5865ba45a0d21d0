"""Commands of Scrapy that end as newsbot's do; a project takes them with `COMMANDS_MODULE`."""
