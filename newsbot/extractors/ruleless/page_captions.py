"""Captions of the page's pictures that stand as lines of its text: above the first paragraph, above the dateline, below
the last paragraph. The pictures have them, where they have no others."""

from __future__ import annotations

import re
from dataclasses import replace

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.ruleless.date_lines import LONGEST_DATE_LINE
from newsbot.language.captions import split_caption
from newsbot.language.dateline import split_dateline
from newsbot.language.text import fold

_HEAD = 8
"""Blocks from the top among which a caption above the text is."""
_AFTERWORD = 2
"""Blocks at the end of the text among which the caption of its cover is."""
_FEWEST = 2
"""Blocks of a text from which no caption is taken."""
_LONGEST = 200
_SHORTEST = 60
"""Characters of such a line."""


def drop_captions(raw: RawArticle, body: Body, own: tuple[str, ...]) -> Body:
    """The body without the captions among its lines; `own` are the outlet's names."""
    body = _captions(body, raw.pictures(body))
    return _cover_caption(raw, _opening_caption(raw, body, own))


def _captions(body: Body, pictures: list[RawImage]) -> Body:
    """The caption and credit of a picture above the text, where the picture has them already.

    A whole sentence may be the first paragraph that was taken for a caption; it stays.
    """
    known = {fold(text) for image in pictures for text in (image.caption, image.credit) if text}
    top = body.blocks[:_HEAD]
    gone = [
        block
        for block in top
        if len(block.text) <= LONGEST_DATE_LINE and block.text[-1:] != "." and fold(block.text) in known
    ]
    if not gone or len(gone) == len(body.blocks):
        return body
    return body.without(gone, "caption above the text", "caption")


def _opening_caption(raw: RawArticle, body: Body, own: tuple[str, ...]) -> Body:
    """The body without the caption above its dateline: a line that calls itself one ("Keterangan Gambar: ..."), or ends
    in a credit before the paragraph with which the text begins. The picture above has it, where it has no other."""
    if len(body.blocks) <= _FEWEST:
        return body
    line, first = body.blocks[:2]
    if line.type != "paragraph" or line.links or not _SHORTEST < len(line.text) <= _LONGEST:
        return body
    is_labelled = _CAPTION.match(line.text) is not None
    is_credited = split_caption(line.text)[1] is not None and _begins_text(first, own)
    if not (is_labelled or is_credited) or _begins_text(line, own):
        return body
    for place, lead in enumerate(raw.leads[:1]):
        if not lead.caption:
            raw.leads[place] = replace(lead, caption=line.text)
            break
    else:
        raw.leads.append(RawImage(None, line.text, rule="caption above the dateline"))
    return body.without([line], "caption above the dateline", "caption")


_CAPTION = re.compile(r"(?:keterangan|ket\.?) ?(?:foto|gambar)\s*:\s*\S", re.IGNORECASE)


def _begins_text(block: TextBlock, own: tuple[str, ...]) -> bool:
    return split_dateline(block.text, brands=own, bold=block.lead_bold, unknown=True) is not None


def _cover_caption(raw: RawArticle, body: Body) -> Body:
    """The body without the line at its end that tells what the picture above the headline shows ("Foto utama: ..."):
    that has it, where it has no other."""
    line = next((block for block in body.blocks[-_AFTERWORD:] if _COVER.match(block.text)), None)
    if line is None or len(body.blocks) <= _FEWEST or len(line.text) > _LONGEST:
        return body
    caption = _COVER.sub("", line.text)
    lead = next((place for place, one in enumerate(raw.leads) if not one.caption), None)
    if lead is None:
        raw.leads.append(RawImage(None, caption, rule="caption of the cover below the text"))
    else:
        raw.leads[lead] = replace(raw.leads[lead], caption=caption)
    return body.without([line], "caption of the cover below the text", "caption")


_COVER = re.compile(
    r"(?:keterangan )?(?:foto|gambar) (?:utama|sampul|cover|header|judul)\s*:\s*(?=\S)", re.IGNORECASE
)
