"""What a page is: bytes to a tree once, selectors over it, its addresses, pages and bounds."""
