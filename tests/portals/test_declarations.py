"""The contract of every declaration: it can be read, its rules compile, its addresses are its own, it has pages."""

import json
import re
import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from newsbot.discovery import plan, read_index, read_sitemap
from newsbot.pages.selectors import compile_selector
from newsbot.portals import Layout, registry
from newsbot.portals._loading import own_files
from newsbot.portals.writing import formatted

PORTALS = registry().portals
FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = own_files()
MOST_RULES, MOST_SELECTORS, MOST_FACTS, MOST_LAYOUTS, LONGEST_RULE = 20, 12, 20, 8, 240
"""What a reader checks at a sitting: rules of a layout, selectors of a rule, facts and sources of a portal, layouts of
a portal, characters of a selector or pattern."""
LONGEST_LINE = 160
LARGEST = (
    "tribunnews tribun_regional kompas detik cnnindonesia cnbcindonesia liputan6 merdeka okezone sindonews inews "
    "suara tempo republika antaranews viva jpnn kumparan pikiranrakyat idntimes"
).split()
MONTH_OR_YEAR = re.compile(r"\b20\d\d\b")


def every_portal():
    return pytest.mark.parametrize("portal", PORTALS, ids=lambda portal: portal.id)


def selectors(layout):
    own = [rule for field in fields(Layout) for rule in _strings(getattr(layout, field.name), field.name)]
    boxes = [rule for image in layout.images for rule in (image.box, *image.caption, *image.credit)]
    return [layout.probe, *own, *boxes, *layout.noise.values()]


def _strings(value, name):
    plain = isinstance(value, tuple) and name != "images"
    return value if plain else ()


def survey():
    """What is known of the portals, gathered before any was declared."""
    facts = Path(__file__).parents[3] / "shared/portals/portals.json"
    if not facts.exists():
        pytest.skip("the survey of portals is not at hand")
    return json.loads(facts.read_text())["portals"]


def documented_examples(facts):
    """The survey's example addresses as whole ones: the slugs that it cuts short filled in, a leading host added."""
    for example in facts["article_url_examples"]:
        path = example.split(" (")[0].replace("…?", "dikarang?").strip()
        path = re.sub(r"(?<=[-/])…$", "judul-yang-dikarang", path)
        if "…" not in path and path.startswith(("http", "/")):
            yield path if path.startswith("http") else f"https://{facts['domains'][0]}{path}"
        elif "/" in path and "." in path.split("/")[0] and "{" not in path:
            yield f"https://{path}"


def test_every_portal_of_the_survey_is_declared():
    wanted = {facts["id"] for facts in survey()}
    assert wanted <= {portal.id for portal in PORTALS}
    assert len(PORTALS) >= 92


def test_examples_of_the_survey_are_articles_of_their_portal_alone():
    owners = {
        (facts["id"], address): [
            portal.id
            for portal in PORTALS
            if any(pattern.search(address) for pattern in portal.article_patterns)
        ]
        for facts in survey()
        for address in documented_examples(facts)
    }
    assert len(owners) > 20
    assert {key: ids for key, ids in owners.items() if ids != [key[0]]} == {}


UNVERIFIED = {
    "article_url_regex": "article",
    "dateline": "dateline",
    "caption/tag/image": "keywords caption images",
    "date_formats": "date",
    "selectors assumed": "layout",
    "selectors (general": "layout",
    "index path": "index date timezone",
    "byline/noise": "byline",
    "author/editor/title": "headline byline",
}
"""The survey's words for what has no source, and the fields under which a declaration says so."""


def test_what_the_survey_has_no_source_for_is_marked():
    unmarked = []
    for facts in survey():
        (portal,) = (portal for portal in PORTALS if portal.id == facts["id"])
        marked = {
            name for fact in portal.unverified for name in fact.partition(": ")[0].replace(",", "").split()
        }
        for reason in facts["unverified_fields"]:
            names = next(names for words, names in UNVERIFIED.items() if reason.startswith(words))
            if not marked & set(names.split()) and not (portal.layouts == () and "layout" in marked):
                unmarked.append((portal.id, reason))
    assert unmarked == []


def every_file():
    return pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")


@every_file()
def test_declarations_are_formatted(file):
    """By `newsbot.portals.writing.formatted`, so that a diff shows the rules that changed and nothing else."""
    text = file.read_text("utf-8")
    assert formatted(text) == text
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


@every_file()
def test_declarations_can_be_read_at_a_sitting(file):
    for name, said in tomllib.loads(file.read_text("utf-8")).get("layout", {}).items():
        noise = said.pop("noise", {})
        rules = [*said.values(), *noise.values()]
        assert len(rules) <= MOST_RULES, name
        assert max((len(rule) for rule in rules if isinstance(rule, list)), default=0) <= MOST_SELECTORS, name


@every_portal()
def test_a_portal_can_be_read_at_a_sitting(portal):
    file = next(file for file in FILES if f"[portal.{portal.id}]\n" in file.read_text("utf-8"))
    said = tomllib.loads(file.read_text("utf-8"))["portal"][portal.id]
    assert len(said) + len(said.get("sources", ())) <= MOST_FACTS
    assert len(portal.layouts) <= MOST_LAYOUTS
    patterns = said.get("article", []) + said.get("drop", [])
    rules = [part for layout in portal.layouts for rule in selectors(layout) for part in rule.split(", .")]
    assert max(map(len, (*patterns, *rules))) <= LONGEST_RULE


@every_portal()
def test_rules_compile(portal):
    for layout in portal.layouts:
        for rule in selectors(layout):
            compile_selector(rule)
    for source in portal.sources:
        for rule in (*source.items, *source.item_date):
            compile_selector(rule)
    for pattern in (*portal.article, *portal.drop):
        re.compile(pattern)


@every_portal()
def test_examples_are_articles_of_this_portal_alone(portal):
    assert portal.examples
    for example in portal.examples:
        assert registry().match(example) is portal
        assert any(pattern.search(example) for pattern in portal.article_patterns), example
        assert not any(re.search(pattern, example) for pattern in portal.drop), example
        others = [
            other.id
            for other in PORTALS
            if other is not portal and any(pattern.search(example) for pattern in other.article_patterns)
        ]
        assert others == []


@every_portal()
def test_layouts_say_how_the_essentials_are_read(portal):
    if (
        not portal.layouts
    ):  # no selector is documented: the generic path reads it, and the declaration says so
        assert any(reason.startswith("layout: ") for reason in portal.unverified)
    names = [layout.name for layout in portal.layouts]
    assert len(names) == len(set(names))
    for layout in portal.layouts:
        assert layout.headline or layout.embedded
        assert layout.body or layout.embedded or layout.kind == "video", layout.name


@every_portal()
def test_what_is_known_says_since_when(portal):
    assert MONTH_OR_YEAR.search(portal.checked), portal.checked
    assert portal.status in ("verified", "documented", "broken")
    for fact in portal.unverified:
        assert re.match(r"[a-z_. ]+: \S", fact), fact


@every_portal()
def test_sources_give_whole_addresses_of_the_portal(portal):
    if not portal.sources:
        assert portal.access or portal.unverified
        return
    day = date(2026, 3, 9)
    targets = list(plan(portal, day, day, day))
    assert targets
    for target in targets:
        assert re.match(r"https?://[a-z0-9.-]+/", target.url), target.url
        assert "{" not in target.url


@every_portal()
def test_index_rules_read_rows_of_their_own(portal):
    for source in (source for source in portal.sources if source.kind == "index" and source.items):
        example = portal.examples[0]
        for rule in source.items:
            alone = replace(source, items=(rule,))
            listing = read_index(row_of(rule, example), re.sub(r"[{}]", "", source.url), alone, portal)
            assert [entry.url for entry in listing.entries] == [example], rule
            assert not listing.problems, (
                rule
            )  # the rule found it, not the search for links that look like articles


@every_portal()
def test_sitemaps_give_the_portals_articles(portal):
    address = portal.examples[0]
    body = f"<urlset><url><loc>{address}</loc><lastmod>2026-03-09T08:00:00+07:00</lastmod></url></urlset>"
    (entry,) = read_sitemap(body.encode(), "https://contoh.example/sitemap.xml").entries
    assert registry().match(entry.url) is portal


@every_portal()
def test_invented_pages_are_at_hand(portal):
    cases = list((FIXTURES / portal.id).glob("*/expected.json"))
    assert len(cases) >= (3 if portal.id in LARGEST else 1)


@every_portal()
def test_required_fields_are_expected_of_its_pages(portal):
    """`tests/test_fixtures.py` holds the records against these values; here: that they cover what a record needs."""
    seen = set()
    for case in (FIXTURES / portal.id).glob("*/expected.json"):
        seen |= {name for name, value in json.loads(case.read_text()).items() if value}
    assert {"headline", "article_body", "date_published"} <= seen


STEP = re.compile(
    r"(?P<tag>[a-z0-9]*)(?P<marks>(?:[.#][\w-]+)*)(?P<attributes>(?:\[[^\]]+\])*)(?::has\((?P<inner>[^()]+)\))?"
)
ATTRIBUTE = re.compile(r"\[([a-z-]+)(?:[*^$]?=['\"]?([^'\"\]]*)['\"]?)?\]")


def row_of(rule, address):
    """A page with one link that the rule should find, built from a rule of tags, classes, ids and attributes."""
    root = node = etree.Element("body")
    for step in re.split(r"\s*>\s*|\s+(?![^(]*\))", rule):
        node = _element(node, step)
    link = node if node.tag == "a" else etree.SubElement(node, "a")
    link.set("href", address)
    link.text = "Judul yang dikarang untuk satu baris"
    return b"<html>" + etree.tostring(root) + b"</html>"


def _element(parent, step):
    parts = STEP.fullmatch(step)
    assert parts, f"no row can be built for {step!r}"
    node = etree.SubElement(parent, parts["tag"] or "div")
    marks = re.findall(r"([.#])([\w-]+)", parts["marks"])
    if classes := [name for kind, name in marks if kind == "."]:
        node.set("class", " ".join(classes))
    if ids := [name for kind, name in marks if kind == "#"]:
        node.set("id", ids[0])
    for name, value in ATTRIBUTE.findall(parts["attributes"]):
        node.set(name, value or "1")
    if parts["inner"]:
        _element(node, parts["inner"])
    return node
