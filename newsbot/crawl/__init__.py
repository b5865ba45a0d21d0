"""All that knows Scrapy: the spider, its middlewares, pipelines and extensions, and the store of a crawl."""
