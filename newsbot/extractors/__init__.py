"""Page -> RawArticle: each module gives candidates with a witness."""
