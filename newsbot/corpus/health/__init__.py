"""The health of a crawl or a corpus: what its pages were like lately, held against what they were like before."""
