"""Downloader middlewares of the crawl: which addresses may be asked, and how patiently."""
