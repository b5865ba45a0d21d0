"""What a corpus is like, in figures that are summed while its records stream by."""
