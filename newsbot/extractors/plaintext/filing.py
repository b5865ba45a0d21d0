"""Where an article is filed: the trail above its headline, or the channel beside it that the menu prints as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.raw import RawArticle
from newsbot.language.channels import channel_at_date, is_channel_label
from newsbot.language.names import name_letters
from newsbot.language.text import ANY_BLANKS, fold
from newsbot.lexicon import alternation, any_of, cached, word_set
from newsbot.portals import Registry, registry

_ARROWS = ">»›‹"
_MARK = re.compile(rf"{ANY_BLANKS}[{_ARROWS}]\s*+|\s/\s")
_TIGHT = re.compile(rf"{ANY_BLANKS}[{_ARROWS}/]\s*+")
"""The mark between steps where the headline behind them tells that they are some ("Beranda/Daerah/Jalan Dibuka")."""
_STEPS, _STEP = 3, 4
"""Steps of a trail behind its first one, and words of one."""
_WORDS = 12
"""Words of a trail in one line, the headline aside."""
_CHANNEL = 3
"""Words of a channel."""
_NEAR = 2
"""Lines above the headline among which a trail in one line stands."""
_LABEL = re.compile(r"^(?:(?:anda|kamu) (?:berada )?di ?sini|you are here) ?:? ?", re.IGNORECASE)
_IN = re.compile(r"(?:in|di|dalam|kategori:?) (?P<channel>[A-Z].{2,30})")
"""A theme's line below the headline: "in Politik"."""


@cached
def _line_of_channel() -> re.Pattern[str]:
    """A line at the headline or below the text: "Kategori : Riau", "Posted in Riau"."""
    return re.compile(
        rf"{any_of('furniture.boxes.channel_labels')}(?:\s?:\s?|\s)(?P<channel>[A-Z][\w&-]+(?: [\w&-]+){{0,2}})",
        re.IGNORECASE,
    )


def trail_of(text: str) -> list[str]:
    """The steps of a trail from the home page whose last one is the headline, or the text alone:
    "Home » News » Harga Gabah Anjlok" (panjimas 2019)."""
    steps = text.split(" » ")
    return steps if len(steps) > 1 and fold(steps[0]) in word_set("furniture.boxes.home") else [text]


def says_filing(line: Line) -> bool:
    """Whether the line says, label first and with a colon, where the article is filed: "Kategori : Riau"."""
    return ":" in line.text and bool(_line_of_channel().fullmatch(line.text))


def read_filing(lines: Sequence[Line], head: int, raw: RawArticle) -> None:
    """Note the trail that leads to the headline, or the channel right above or below it."""
    headline = lines[head].key
    above = [line for line in lines[:head][-_STEPS - 3 :] if not (_is_between(line) or line.key == headline)]
    ending = [
        line
        for line in lines[: head + _NEAR + 1]
        if line.key.endswith(headline) and leads_to(line, lines[head])
    ]
    trail = (
        _in_line(above[-_NEAR:], lines[head].text)
        or _in_line(ending, lines[head].text)
        or _down_lines(lines[:head], above)
        or _glued(lines, above)
    )
    if trail:
        raw.add_list("breadcrumbs", trail, "text", "trail above the headline")
    elif any(channel_at_date(date.value) for date in raw.all("visible_date")):
        return
    elif channel := _above(lines, head, above) or _below(lines, head) or _beside_date(lines, head):
        raw.add("section", channel, "text", "channel at the headline and in the menu")
    elif channel := _labelled((*above[-1:], *lines[head + 1 :])) or _in_row(lines[head + 1 :]):
        raw.add("section", channel, "text", "labelled channel")


def leads_to(line: Line, headline: Line) -> bool:
    """Whether a line is a trail whose last step is the headline."""
    before = line.key.removesuffix(headline.key)
    return line.key != before != "" and before[-1] in _LEADING


_LEADING = " />»›"


def _is_between(line: Line) -> bool:
    """Whether the line parts a trail from its headline: a date (okezone 2015), a mark alone."""
    return line.kind == "date" or not any(map(str.isalnum, line.text))


def _in_line(above: Sequence[Line], headline: str) -> list[str]:
    """The steps of a trail in one line ("Home / Daerah", "NASIONAL / MAKROEKONOMI"), the headline aside."""
    for line in reversed(above):
        if line.kind not in ("short", "title", "prose"):
            continue
        text = line.text.removesuffix(headline).rstrip(f" /{_ARROWS}")
        # the headline was the last step, or a mark leads on to it: what stands before it is a trail, and no pager
        told = text != line.text and not any(near.text[0] in "«‹" for near in above)
        text = _LABEL.sub("", text)
        steps = _home_first(text) or (_TIGHT if told else _MARK).split(text)
        if len(text.split()) <= _WORDS and (len(steps) > 1 or told):
            return steps if all(len(step.split()) <= _STEP for step in steps) else []
    return []


def _home_first(text: str) -> list[str]:
    """Home page and channel with a blank between ("Beranda Daerah"): where more words follow, nobody can tell steps."""
    home, _, channel = text.partition(" ")
    is_step = channel.isalpha() and channel[:1].isupper()
    return [home, channel] if is_step and fold(home) in word_set("furniture.boxes.home") else []


def _down_lines(lines: Sequence[Line], above: Sequence[Line]) -> list[str]:
    """The steps of a trail that stand below one another, from the home page on.

    A short menu begins with the home page as well: a trail's steps are few, and the menu prints one of them again.
    """
    for index in range(len(above) - 1, -1, -1):
        steps = above[index:]
        if len(steps) > 1 and name_letters(steps[-1].text) == name_letters(steps[-2].text):
            steps = steps[:-1]  # the last step, printed again at the headline ("Foto Bisnis", "FotoBisnis")
        if above[index].key in _homes(registry()):
            first = next(at for at, line in enumerate(lines) if line is above[index])
            menu = frozenset(line.key for line in lines[:first])
            is_trail = len(steps) <= 2 or any(step.key in menu for step in steps)
            return [step.text for step in steps] if is_trail and len(steps) <= _STEPS + 1 else []
        if above[index].kind not in ("short", "title") or above[index].words > _STEP:
            break
    return []


def _glued(lines: Sequence[Line], above: Sequence[Line]) -> list[str]:
    """The home page and a channel that a dump glued ("HomePolitik"); more may be glued where the menu prints it so."""
    match = _home().fullmatch(above[-1].text) if above else None
    if match is None or not (
        match["channel"].istitle()
        or match["channel"].isupper()
        or _in_menu(lines, match["channel"], above[-1])
    ):
        return []
    return [match["home"], match["channel"]]


@cached
def _home() -> re.Pattern[str]:
    homes = alternation(
        form for word in word_set("furniture.boxes.home") for form in (word.title(), word.upper())
    )
    return re.compile(rf"(?P<home>{homes})(?P<channel>[A-Z][\w &-]{{2,30}})")


def _above(lines: Sequence[Line], head: int, above: Sequence[Line]) -> str | None:
    """The channel that stands alone above the headline and in the menu further up as well.

    A menu's own last entry stands there too, but it is printed once; where the entry before it stands above it again,
    the menu is printed twice.
    """
    channel = above[-1] if above else None
    if channel is None or not _may_be_channel(channel):
        return None
    entries = [line for line in lines[:head] if line.kind == "short"]
    keys = [line.key for line in entries]
    first = keys.index(channel.key)
    if first < len(keys) - 1:
        is_again = first > 0 and keys[-2] == keys[first - 1] and len(keys) - 2 != first - 1
        return None if is_again else channel.text
    if _in_menu(lines[:head], channel.text, channel):
        return channel.text
    alone = len(above) < 2 or above[-2].kind in ("prose", "title")
    return channel.text if alone and channel.key in word_set("outlets.offices.channels") else None


def _below(lines: Sequence[Line], head: int) -> str | None:
    """The channel right below the headline, where the menu above prints it too."""
    menu = frozenset(line.key for line in lines[:head] if line.kind == "short")
    for index, line in enumerate(lines[head + 1 : head + 6]):
        match = _IN.fullmatch(line.text)
        if match and fold(match["channel"]) in menu:
            return match["channel"]
        if (
            index == 0
            and _may_be_channel(line)
            and (line.key in menu or line.key in word_set("outlets.offices.channels"))
        ):
            return line.text
    return None


def _beside_date(lines: Sequence[Line], head: int) -> str | None:
    """What a date line at the headline has beside its date and the menu prints too ("3 Agustus 2004 PANTURA")."""
    menu = frozenset(line.key for line in lines[:head] if line.kind == "short")
    near = lines[max(0, head - _NEAR) : head + _NEAR + 1]
    rests = (rest.strip() for line in near if line.kind == "date" for rest in line.rest.split("|"))
    return next((rest for rest in rests if len(rest.split()) <= _CHANNEL and fold(rest) in menu), None)


def _labelled(lines: Sequence[Line]) -> str | None:
    """The channel that a line of its own labels, the only one that any does."""
    found = {match["channel"] for line in lines if (match := _line_of_channel().fullmatch(line.text))}
    return found.pop() if len(found) == 1 else None


def _in_row(below: Sequence[Line]) -> str | None:
    """The channel on the line behind its label, as the cells of a table at the headline stand."""
    rows = takewhile(lambda pair: pair[0].kind != "prose", pairwise(below))
    return next(
        (beside.text for label, beside in rows if is_channel_label(label.key) and _may_be_channel(beside)),
        None,
    )


def _may_be_channel(line: Line) -> bool:
    if line.kind != "short" or line.words > _CHANNEL or any(c.isdigit() for c in line.text):
        return False
    return line.text[0].isupper()


def _in_menu(lines: Sequence[Line], channel: str, itself: Line) -> bool:
    """Whether the menu prints a channel: on a line of its own, or in a row, side by side or glued."""
    rows = (line for line in lines if line is not itself and line.kind in ("short", "title", "prose"))
    return any(_is_row(line) and _is_entry(line.text, channel) for line in rows)


def _is_entry(row: str, channel: str) -> bool:
    """Whether a channel stands in a row between its edges, blanks and bars, or glued where a capital parts them."""
    at = row.lower().find(channel.lower())
    before, behind = row[max(0, at - 1) : max(0, at)], row[at + len(channel) : at + len(channel) + 1]
    return (
        at >= 0
        and (channel.isupper() or not before.isupper())
        and not behind.islower()
        and not behind.isdigit()
    )


def _is_row(line: Line) -> bool:
    """Whether the line may be a menu, or an entry of one: all its words are capitalised."""
    return not line.ends_sentence and all(
        word[0].isupper() or not word[0].isalpha() for word in line.text.split()
    )


@lru_cache(maxsize=1)
def _homes(known: Registry) -> frozenset[str]:
    """What the first step of a trail is called: the home page, by a word or by the name of a portal in use."""
    names = (name for portal in known.portals for name in (portal.name, *portal.brands))
    return frozenset(("home", "beranda", *map(fold, names)))
