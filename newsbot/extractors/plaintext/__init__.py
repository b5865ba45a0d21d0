"""Plain text: headline, byline, date line, captions and body found between menus and footers without any markup.

The input is what select-all and copy gives, or an old corpus: one visible block a line, noise and all. What carries
over from portal to portal is how a page is set: the headline stands at the date and byline lines and is printed
again in share bars and lists, running text has sentence punctuation, menus are runs of short lines, and what follows
an article is runs of titles.
"""

from newsbot.extractors.plaintext.portal import portal_of
from newsbot.extractors.plaintext.reader import read_text

__all__ = ["portal_of", "read_text"]
