"""Extensions of the crawl: delays that sites ask for, evidence, progress and the run report."""
