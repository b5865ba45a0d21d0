"""The body of an article: walked into blocks, noise sorted out, pictures found."""
