"""RawArticle -> Article: strings as printed become typed values."""
