"""Datelines: "TRIBUNSOLO.COM, JAKARTA --", "Jakarta (ANTARA) -", "KUTA, KOMPAS.com —" cut from the first paragraph.

The beginning of a paragraph is read as tokens (place, outlet, dash, mark), and the tokens are held against a table of
shapes, ``shapes.toml``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.language.dateline._alone import is_known, is_town, place_alone
from newsbot.language.dateline._kinds import Token
from newsbot.language.dateline._outlets import outlets_of
from newsbot.language.dateline._shapes import IN_BOLD, SIGNED, UNDASHED, Found, first_of
from newsbot.language.dateline._tokens import read_tokens
from newsbot.language.names import is_organisation, is_outlet, is_own_name, is_place
from newsbot.language.text import clean, fold
from newsbot.lexicon import word_set

MAX_PREFIX = 120
"""Characters at the start of a paragraph in which a dateline is looked for."""


class Dateline(NamedTuple):
    """`raw` the prefix as printed, `place` the printed place or None where only the outlet signs, `rest` the text."""

    raw: str
    place: str | None
    rest: str


def split_dateline(
    text: str,
    *,
    brands: tuple[str, ...] = (),
    bold: str = "",
    city_only: bool = False,
    unknown: bool = False,
) -> Dateline | None:
    """The dateline at the start of a first paragraph, or None where there is none.

    `brands` are the names the outlet signs with, `bold` is the bold run the paragraph begins with (a bold
    dateline needs no dash: "Liputan6.com, Jakarta" in <b>), `city_only` is True for outlets whose dateline is
    a place alone ("Jakarta - " on detik, "JAKARTA - " on okezone), `unknown` for those of which that is not known.

    >>> split_dateline("TRIBUNSOLO.COM, JAKARTA --Hingga kini warga menunggu.")
    Dateline(raw='TRIBUNSOLO.COM, JAKARTA --', place='JAKARTA', rest='Hingga kini warga menunggu.')
    >>> split_dateline("Jakarta (ANTARA) - Hujan turun.").place
    'Jakarta'
    >>> split_dateline("Harga beras naik - begitu kata pedagang.") is None
    True
    """
    outlets = outlets_of(brands)
    tokens = read_tokens(text[:MAX_PREFIX], outlets)
    if found := first_of(SIGNED, tokens):
        return _cut(text, found.end, _signed_place(text, found), brands)
    if bold and (found := first_of(IN_BOLD, read_tokens(f"{bold[:MAX_PREFIX]} ", outlets), whole=True)):
        return _cut(text, len(bold), found.place_in(bold), brands)
    if found := place_alone(text, tokens, bold=bold, city_only=city_only):
        return _cut(text, found.end, found.place_in(text), brands)
    if not unknown:
        return None
    return _known_city(text, tokens, bold) or _beside_strange_name(text) or _beside_strange_outlet(text)


def place_on_own_line(text: str, brands: tuple[str, ...] = ()) -> Dateline | None:
    """The dateline that is a line of its own: a town that the list knows, in capitals or before a dash, or a place
    beside an outlet's name; `brands` are the outlet's own.

    >>> place_on_own_line("SEMARANG").place, place_on_own_line("Semarang -").place, place_on_own_line("Semarang")
    ('SEMARANG', 'Semarang', None)
    >>> place_on_own_line("Brebes, NU Online").place
    'Brebes'
    """
    place = text.strip(f"{_DASHES},")
    if (beside := _SIGNED_LINE.fullmatch(text.strip(_DASHES))) and is_known(beside["place"]):
        return Dateline(text.strip(), beside["place"], "")
    is_set_apart = place.isupper() or text.rstrip().endswith(tuple(_DASHES.strip()))
    if is_place(place):
        return Dateline(text.strip(), place, "") if is_set_apart else None
    signed = split_dateline(f"{place} - {_SENTENCE}", brands=brands)
    is_whole = signed is not None and signed.place and signed.rest == _SENTENCE and signed.place != place
    return Dateline(text.strip(), signed.place, "") if signed and is_whole else None


_TOWN = r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}"
_SENTENCE = "Warga datang."
"""What a line is read with that stands above its sentence."""


_SIGNED_LINE = re.compile(
    rf"(?P<place>{_TOWN}) ?, ?"
    r"(?:[\w-]+\.\s?(?:com|co\.id|id|net|info|co)|[A-Z][a-z]{4,}[\w.]*)",
    re.IGNORECASE,
)
"""A place and the outlet behind a comma, on a line of their own: "Denpasar, Kabarlintang"."""


def _beside_strange_name(text: str) -> Dateline | None:
    """A known town beside an address or an office that no list knows, or the outlet's name alone in brackets."""
    prefix = text[:MAX_PREFIX]
    if (spaced := _SPACED_SITE.match(prefix)) and is_known(spaced["place"]):
        return _cut(text, spaced.end(), spaced["place"], ())
    if (named := _BEHIND_NAME.match(prefix)) and is_known(place := named["site"] or named["city"]):
        return _cut(text, named.end(), place, ())
    alone = _STRANGE_ALONE.match(prefix)
    return _cut(text, alone.end(), None, ()) if alone else None


def _beside_strange_outlet(text: str) -> Dateline | None:
    """A town before a name in brackets and a dash, both of which no list knows ("Muara Lintang (MMC) - Warga ..."), and
    no name before its own letters ("Komisi Yudisial (KY) - ...")."""
    match = _STRANGE.match(text[:MAX_PREFIX])
    if match is None or is_outlet(match["place"]) or is_organisation(match["place"]):
        return None
    letters = "".join(word[0] for word in match["place"].split()).upper()
    short = match["outlet"].upper()
    is_short_for = short.startswith(letters) if len(letters) > 1 else short[0] == letters
    if is_short_for:
        return None
    return _cut(text, match.end(), match["place"], ())


_STRANGE = re.compile(
    r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) \((?P<outlet>[A-Z][\w.]{1,19}(?: [A-Z]\w{1,14})?)\)"
    r" ?[-–—]{1,2} (?=[\"“]?[A-Z])"
)


_SPACED_SITE = re.compile(
    rf"(?P<place>{_TOWN}) ?(?:,|\|{{1,2}}) ?"
    r"(?:[A-Z]\w* ){1,3}\w+\. ?(?:com|co\.id|id|net|info) ?,? ?[-–—]{1,5} "
    r"(?:\d{1,2} [A-Z][a-z]{2,8} \d{4}\. )?(?=[\"“]?[A-Z])"
)
"""A place before an address that is printed as the words of a name: "Gowa || Kabar Lintang.id – Warga ..."."""
_BEHIND_NAME = re.compile(
    rf"(?:[A-Z][\w-]*\.[A-Za-z]{{2,8}} ?[-–—|]{{1,2}} ?(?P<site>{_TOWN})"
    rf"|(?:Pem(?:kot|kab|prov)|PEM(?:KOT|KAB|PROV)) (?P<city>{_TOWN}))"
    r" ?[-–—]{1,2} (?=[\"“]?[A-Z])"
)
"""A place between two dashes behind an address ("Kabarlintang.Online – Lebak – Warga ..."), or behind the office that
signs ("Pemkot Pekalongan – Warga ...")."""
_STRANGE_ALONE = re.compile(r"\([A-Z][A-Z.]{4,24}\) ?[-–—]{1,2} (?=[\"“]?[A-Z])")
"""A name in capitals and brackets that no list knows, where a text begins: "(KABARLINTANG) - Warga ..."."""


_BEFORE_COLON = re.compile(rf"(?P<place>{_TOWN}) ?: (?=[\"“‘']?[A-Z])")


def _known_city(text: str, tokens: list[Token], bold: str) -> Dateline | None:
    """A town that the list knows, or whose name begins as towns' do, in small letters before a dash of its own
    ("Bandung – Warga menolak"), or a known one before a colon ("Bandung: Warga menolak"), where nobody declared how
    the outlet signs; no line between two towns ("Bandung - Jakarta kini tersambung")."""
    if (colon := _BEFORE_COLON.match(text)) and is_known(colon["place"]):
        return _cut(text, colon.end(), colon["place"], ())
    found = place_alone(text, tokens, bold=bold, city_only=True)
    place = found.place_in(text) if found else None
    if found is None or place is None or not is_town(place):
        return None
    rest = text[found.end :].lstrip(_DASHES)
    next_word = rest.split(" ", 1)[0].strip(",.")
    is_line = is_place(next_word) or rest[:1].islower() or rest[:1].isdigit()
    dashed = any(f" {dash} " in text[: found.end + 2] for dash in "-–—")
    return _cut(text, found.end, place, ()) if dashed and not is_line else None


def site_and_place(text: str) -> str | None:
    """The site and the place with which a text begins that no dash parts from its sentence, None where it does not.

    >>> site_and_place("Contoh.com, Jakarta Hujan turun sejak pagi.")
    'Contoh.com, Jakarta'
    """
    found = first_of(UNDASHED, read_tokens(text[:MAX_PREFIX], outlets_of(())))
    return text[: found.end] if found else None


def _signed_place(text: str, found: Found) -> str | None:
    """The place, but no channel or edition behind the outlet's name: "VIVA Militer -", "GenPI.co JABAR -"."""
    place = found.place_in(text)
    if (
        place
        and found.shape.edition
        and (fold(place) in word_set("places.provinces") or not (place.isupper() or is_known(place)))
    ):
        return None
    return place


def _cut(text: str, end: int, place: str | None, brands: tuple[str, ...]) -> Dateline:
    rest = text[end:].lstrip(_DASHES)
    return Dateline(text[: len(text) - len(rest)].strip(), _told(place, brands), rest)


def _told(place: str | None, brands: tuple[str, ...]) -> str | None:
    """The place as the record tells it: no outlet and no rubric ("INFO NASIONAL –", tempo 2025)."""
    place = clean(place or "").strip(f"{_DASHES},:.|/[]")
    if not place or is_place(place):
        return place or None
    if is_outlet(place) or fold(place) in map(fold, brands) or _is_rubric(place):
        return None
    if "," not in place and is_own_name(place, brands):
        return None  # "WowLintang" of wowlintang.com
    first, _, last = map(str.strip, place.rpartition(","))
    if first and fold(first).endswith(f" {fold(last)}"):
        return last  # a network's edition: "TIMES MALANG, MALANG"
    if first and is_place(last) and not is_place(first) and _begins_name(first, brands):
        return last
    return first if first and _is_signed(first, last) else place


def _begins_name(first: str, brands: tuple[str, ...]) -> bool:
    """Whether an outlet's name is longer by a word or more: "Cakrawala, Sorong" of Cakrawala Sorong."""
    return any(fold(brand).startswith(f"{fold(first)} ") for brand in brands)


def _is_signed(first: str, last: str) -> bool:
    """Whether what stands behind a place's comma is no part of it: an outlet under another name ("JAKARTA, SWAonline"),
    or a word that names no region behind a town that the list knows ("Sorong, Lintang")."""
    if is_outlet(last):
        return True
    key = fold(last)
    if first.isupper() and " " not in first and last.isupper() and len(last) == _LETTERS:
        return key not in word_set("places.provinces", "places.regions")  # the paper's: "PASARWAJO, BP"
    is_region = is_place(last) or key in word_set("places.provinces", "places.regions")
    return is_place(first) and not is_region and key.split()[0] not in word_set("places.areas")


_LETTERS = 2
"""Letters that a printed paper signs with behind the town."""


def _is_rubric(place: str) -> bool:
    return fold(place).split()[0] in word_set("places.rubrics")


_DASHES = " -–—"
