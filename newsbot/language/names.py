"""Which printed names are persons: outlets, desks, agencies, places and roles are none."""

from __future__ import annotations

import re

from newsbot.language.text import ANY_BLANKS, BLANKS, clean, fold
from newsbot.lexicon import any_of, cached, cached_to, forms, word_set, words

_OUTLETS = ("outlets.outlets.names", "outlets.outlets.foreign")
_ORGANISATIONS = (
    *_OUTLETS,
    "outlets.offices.names",
    "outlets.agencies.all",
    "outlets.agencies.sign",
    "outlets.offices.channels",
    "places.provinces",
    "names.nobody",
    "calendar.labels.published",
    "calendar.labels.modified",
)
"""Places of the lexicon whose names are no person's."""
_SHORT_HOST = 4
"""Letters of a host's name that may be a person's as well."""
EDGES = ' \t\n:,.;|/\\-–—•*()[]<>"“”«»'
"""What may stand around a name and is no part of it."""

_ACRONYM_BEHIND = re.compile(
    r"\s\([a-z]{2,8}\)?$"
)  # "Kantor Berita Contoh (KBC)", its last bracket stripped or not
_NAME = re.compile(r"[^\W\d_][\w.'’`\-]*(?:,?\s+(?:[\w.'’`()\-]+|[\"“‘][\w.-]+[\"”’])){0,7},?", re.UNICODE)
_WORD = r"[A-Z][\w.'’`-]*"
_FROM = re.compile(
    rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}),?\s(?:langsung\s)?(?:dari|di|from|in|asal)\s{_WORD}(?:\s{_WORD}){{0,3}}"
)
_BRACKETED = re.compile(rf"(?P<name>[^()]{{2,}}?){BLANKS}\((?P<inner>[^()]*)\)?")
_DOTTED_END = re.compile(r"[\s,](?:[A-Z][A-Za-z]{0,3}\.)+[A-Z][A-Za-z]{0,3}$")
"""A degree with dots inside, whose last dot is its own and no stray one: "S.H.", "M.Si.", "Ph.D."."""
_CAMEL = re.compile(r"[a-z][a-z\d]{2,}[A-Z]\w*")
"""An account of an outlet: "kabarWarga", "lintangNEWS"."""
_OTHERS = re.compile(rf"(?:,\s++|{BLANKS})(?:dkk|dan kawan-kawan|et al)\.?$", re.IGNORECASE)


@cached
def _domain() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s|@)[\w-]+\.{any_of('addresses.hosts.endings')}\b", re.IGNORECASE)


@cached
def _about() -> re.Pattern[str]:
    """The title of a box about the writer, and what a link to all that he wrote says before his name ("More by Rina
    Ayu", "Lihat semua tulisan dari Rina Ayu")."""
    leads = rf"(?:{any_of('roles.posts.links')}\s+){{1,3}}{any_of('names.whose')}"
    return re.compile(rf"^(?:(?i:{leads})|(?:About|Tentang)(?:\s+[Tt]he(?:\s+[Aa]uthor\s*:)?)?)\s+(?=[A-Z])")


@cached
def _may_be_about() -> re.Pattern[str]:
    """A cheap look for what may stand before a name."""
    return re.compile(rf"^(?:About|Tentang)\s|\s{any_of('names.whose')}\s")


@cached
def _position() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('roles.posts.before_names')}\b[\s:]*", re.IGNORECASE)


@cached
def _signed() -> re.Pattern[str]:
    """A name with an outlet's address before or behind it."""
    host = rf"\b[\w-]+(?:\.[\w-]+)?\.{any_of('addresses.hosts.endings')}\b"
    return re.compile(rf"(?P<before>.*?){ANY_BLANKS}{host}\W*(?P<behind>.*)", re.IGNORECASE)


@cached
def _job() -> re.Pattern[str]:
    """What a person is in the world, behind the name or alone: "Wira Teluk, Dosen Universitas Lintang"."""
    return re.compile(rf"(?:^|(?<![\s,])[\s,]++){any_of('names.jobs')}(?:\s.*|$)", re.IGNORECASE)


@cached
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{forms('names.titles')})(?:\.\s*|\s+))+")


@cached
def _family(place: str) -> re.Pattern[str]:
    return re.compile(forms(place))


@cached
def _places() -> frozenset[str]:
    return frozenset(map(fold, words("places.names")))


def trimmed(text: str) -> str:
    """The text without the marks around a name; the last dot of a degree is no such mark.

    >>> trimmed("| Wira Teluk, S.H.,"), trimmed("Wira Teluk.")
    ('Wira Teluk, S.H.', 'Wira Teluk')
    """
    name = text.strip(EDGES)
    return f"{name}." if _DOTTED_END.search(name) and f"{name}." in text else name


def person_name(text: str, brands: tuple[str, ...] = ()) -> str | None:
    """The text as a person's name, or None where it is an outlet, a desk, a place or no name at all.

    Case and titles stay as printed; what a name is printed with (the outlet in brackets, "dari Jeddah") does not.
    A reporter's printed code ("C31", Republika) counts as a name.

    >>> person_name("Kontributor Maumere") is None
    True
    >>> person_name(" Hendra  Gunawan, "), person_name("Hendra Gunawan (AFP)")
    ('Hendra Gunawan', 'Hendra Gunawan')
    >>> person_name("Wira “Jangkar” Teluk")
    'Wira “Jangkar” Teluk'
    >>> person_name("Wira Teluk, S.H.,"), person_name("Wira Teluk.")
    ('Wira Teluk, S.H.', 'Wira Teluk')
    """
    name = trimmed(clean(text))
    if _may_be_about().search(name):
        name = _about().sub("", name)
    name = _job().sub("", name)
    if not name or _position().match(name) or len(name) > 120:
        return None
    if len(name.split()) > 1:
        name = _bare(name, brands)
    if name.count("(") > name.count(")"):
        name += ")"  # "Sp.A(K)", which lost its bracket to the edges
    if not 2 <= len(name) <= 60 or "_" in name or not _NAME.fullmatch(name):
        return None  # "rina_h" is an account
    if is_organisation(name, brands) or _is_post(name) or (" " in name and _is_where(name)):
        return None
    words = name.split()
    if fold(words[0]) in word_set("calendar.labels.published", "calendar.labels.modified"):
        return None  # "Diposting tanggal", whose date stood behind it
    return None if any(word in word_set("names.never") or word.isdecimal() for word in words) else name


def _bare(name: str, brands: tuple[str, ...]) -> str:
    """The name without its place, its outlet and what stands behind it in brackets."""
    name = _OTHERS.sub("", name)
    if match := _FROM.fullmatch(name):
        name = match["name"]
    if (match := _BRACKETED.fullmatch(name)) and not is_organisation(name, brands):
        name = match["name"] if person_name(match["name"], brands) else match["inner"]
    name = _without_outlet(name)
    if match := _signed().fullmatch(name):
        before, behind = match["before"], match["behind"]
        name = behind if len(behind.split()) > 1 else before if len(before.split()) > 1 else name
    return trimmed(name)


def _without_outlet(name: str) -> str:
    """The name without the outlet before it: "KompasTV Wira Teluk", "Tribun Jabar Wira Teluk"."""
    words = name.split()
    for count in (1, 2):
        if len(words) < count + 2:
            break
        outlet = fold(" ".join(words[:count]))
        known = word_set(*_OUTLETS) if count > 1 else word_set("outlets.outlets.before_names")
        if outlet in known or _family("outlets.outlets.families_before_names").fullmatch(outlet):
            return " ".join(words[count:])
    return name


def person_key(name: str) -> str:
    """A key for two printings of one person: case, titles, degrees, dots and blanks do not count.

    >>> person_key("Dr. WIRA A. TELUK, S.H.") == person_key("Wira A Teluk")
    True
    """
    first, _, _ = fold(name).partition(",")
    return "".join(filter(str.isalnum, _titles().sub("", first))) or fold(name)


def is_place(name: str) -> bool:
    """Whether a printed name is a city's; a single such word ("Bima") may be a person's as well."""
    return fold(name) in _places()


def without_place(name: str) -> str:
    """A name without the town in brackets from which its writer reports.

    >>> without_place("Wira Teluk (Palu)"), without_place("Wira Teluk (Kontan)")
    ('Wira Teluk', 'Wira Teluk (Kontan)')
    """
    before, bracket, place = name.rpartition(" (")
    return before if bracket and is_place(place.rstrip(")")) else name


def _is_where(name: str) -> bool:
    """Whether words name a city, or some area by what it is: "Kabupaten Lintang"."""
    return is_place(name) or fold(name.split(maxsplit=1)[0]) in word_set("places.areas")


def is_organisation(name: str, brands: tuple[str, ...] = ()) -> bool:
    """Whether a printed name is an outlet, a desk or an agency: "Tim Redaksi", "Liputan6.com", "detikHealth".

    >>> is_organisation("Tim Kompas.com"), is_organisation("Rina Ayu")
    (True, False)
    """
    key = _ACRONYM_BEHIND.sub("", fold(name))
    if (
        _CAMEL.fullmatch(name)
        or key in word_set(*_ORGANISATIONS)
        or is_outlet(key)
        or _family("outlets.offices.families").fullmatch(key)
        or is_own_name(key, brands)
        or _is_desk(key, brands)
    ):
        return True
    return bool(word_set("outlets.offices.words").intersection(key.split()))


def _is_desk(key: str, brands: tuple[str, ...]) -> bool:
    """Whether a folded name is an outlet's and a desk of it: "cnn indonesia video"."""
    outlet, _, desk = key.rpartition(" ")
    return desk in word_set("outlets.offices.desks") and (is_outlet(outlet) or is_own_name(outlet, brands))


def is_office(text: str) -> bool:
    """Whether a whole line is an office's name, joined by "dan" or not: "Dinas Komunikasi dan Informatika Lintang"."""
    name = fold(text).strip(EDGES)
    return not _PARTED.search(name) and bool(_family("outlets.offices.families").fullmatch(name))


_PARTED = re.compile(r"[|;/,:&]")


def site_domain(host: str) -> str:
    """The part that the hosts of one site share: the last two labels, three below such as `co.id`.

    >>> site_domain("sport.contoh.co.id"), site_domain("m.contoh.com")
    ('contoh.co.id', 'contoh.com')
    """
    labels = host.lower().split(".")
    is_below = len(labels) > 2 and len(labels[-1]) == 2
    size = 3 if is_below and labels[-2] in word_set("addresses.hosts.second_levels") else 2
    return ".".join(labels[-size:])


def site_name(host: str) -> str:
    """The name in a host.

    >>> site_name("regional.kabar-lintang.co.id")
    'kabar-lintang'
    """
    return site_domain(host).partition(".")[0]


def is_own_name(name: str, brands: tuple[str, ...]) -> bool:
    """Whether a text is one of the outlet's names, however it is spelled: "BANTEN NEWS" of "bantennews.co.id".

    >>> is_own_name("• BANTEN NEWS", ("www.bantennews.co.id",)), is_own_name("Dinas Sosial", ("bantennews.co.id",))
    (True, False)
    """
    return bool(name_letters(name)) and name_letters(name) in _spelled(brands)


@cached_to(256)
def _spelled(brands: tuple[str, ...]) -> frozenset[str]:
    """The letters of the outlet's names: "Kabar Lintang" signs as "KABARLINTANG" and by its host as well."""
    spelled = set(map(name_letters, brands))
    for domain in {site_domain(brand) for brand in brands if "." in brand}:
        name, _, ending = domain.replace("-", "").partition(".")
        spelled.add(name + ending.replace(".", ""))
        if len(name) > _SHORT_HOST:
            spelled.add(name)
    return frozenset(spelled)


def name_letters(name: str) -> str:
    """The letters and figures of a name in lower case: however it is spelled, they are the same."""
    return "".join(filter(str.isalnum, fold(name)))


def _is_post(name: str) -> bool:
    """Whether all words are those of a post or of a link to a writer: "Wartawan Senior", "Email Penulis"."""
    return _post_words().issuperset(fold(name).replace(".", "").split())


@cached
def _post_words() -> frozenset[str]:
    return frozenset(word for label in words("roles.labels", "roles.posts") for word in label.split())


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet or agency that newsbot knows.

    >>> is_outlet("Tribun Jabar"), is_outlet("Bank Indonesia")
    (True, False)
    """
    key = fold(name)
    if key in word_set(*_OUTLETS) or _domain().search(key):
        return True
    return key.startswith(("detik", "http", "www.")) or bool(
        _family("outlets.outlets.families").fullmatch(key)
    )
