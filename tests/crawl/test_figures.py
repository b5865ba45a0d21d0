"""Names of statistics are a public contract: what is documented is counted, what is counted is documented."""

import re
from pathlib import Path

import pytest

from benchmarks.hostile import crawl_pages
from newsbot.crawl.endings import REASONS, VERDICTS, exit_code, verdict
from newsbot.crawl.extensions.report import figures_of
from newsbot.crawl.figures import NAMES
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import State

from .runs import crawl

DOCUMENT = (Path(__file__).parents[2] / "docs/crawling.md").read_text("utf-8")
_COUNTED = re.compile(r"'newsbot/((?!portal/)[^'\s]+)': \d")


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """The names that some crawls counted, from what Scrapy prints of its statistics at their ends."""
    said = []
    with LoopbackServer(Site(articles=1)) as server:
        names = [
            "429-lalu-baik",
            "403",
            "kosong",
            "biner",
            "terpotong",
            "berbayar",
            "ke-dalam",
            "tidak-ada",
            "ke-artikel",
        ]
        names += ["gzip-terpotong", "melarang"]
        said.append(crawl_pages(server.base, tmp_path_factory.mktemp("a"), names).said)
        said.append(crawl_pages(server.base, tmp_path_factory.mktemp("b"), ["429-sejam", "berbayar"]).said)
        doubtful = crawl_pages(
            server.base,
            tmp_path_factory.mktemp("d"),
            ["kosong", "biner", "teko"],
            "--set",
            "NEWSBOT_SUSPECT_SHARE=0.5",
        )
        said.append(doubtful.said)
        alone = crawl_pages(
            server.base, tmp_path_factory.mktemp("f"), ["tidak-ada"], "--set", "NEWSBOT_SUSPECT_SHARE=0.5"
        )
        said.append(alone.said)
    site, folder = Site(articles=12, changed=4, fresh=0), tmp_path_factory.mktemp("c")
    with LoopbackServer(site) as server:
        said.append(crawl(server.base, folder).said)
        site.edition = 1
        with State(
            folder / "out/state.sqlite"
        ) as state:  # as if every announcement had stated another change
            state._db.execute("UPDATE articles SET announced = '2026-01-01T00:00:00+07:00'")
        later = (("--mode", "changed", "--since", "2026-11-01"), ("--mode", "all"), ("--since", "2027-01-01"))
        said += [crawl(server.base, folder, options=options).said for options in later]
        site.instead["/lain.xml"] = [
            Reply(200, f"<urlset><url><loc>{server.base}/tag/garam</loc></url></urlset>")
        ]
        others = [{"kind": "sitemap", "url": f"{server.base}/lain.xml"}]
        said.append(crawl(server.base, tmp_path_factory.mktemp("e"), sources=others).said)
    return {name for one in said for name in _COUNTED.findall(one)}


def pattern_of(name):
    """Capitals in a documented name stand for a value."""
    return re.compile(re.sub(r"[A-Z]+", "[^/]+", name))


@pytest.mark.parametrize("name", NAMES)
def test_documented_name_is_counted(counted, name):
    assert any(pattern_of(name).fullmatch(seen) for seen in counted)


def test_counted_names_are_documented(counted):
    patterns = [pattern_of(name) for name in NAMES]
    assert [seen for seen in sorted(counted) if not any(one.fullmatch(seen) for one in patterns)] == []


@pytest.mark.parametrize(("name", "meaning"), NAMES.items())
def test_name_is_in_the_document(name, meaning):
    assert f"| `newsbot/{name}` | {meaning} |" in DOCUMENT.splitlines()


def test_fields_of_the_report_are_in_the_document(tmp_path):
    with LoopbackServer(Site(articles=1)) as server:
        report = crawl(server.base, tmp_path).report
    named = set(re.findall(r"`(\w+)`", DOCUMENT))
    assert set(report) | set(report["by_portal"]["loopback"]) | set(report["hosts"][0]) <= named


@pytest.mark.parametrize(
    ("stats", "judged", "word"),
    [
        ({"discovered": 3, "records/article": 3}, {}, "ok"),
        ({"discovered": 3}, {}, "ok"),  # all of it known
        ({"outside_window": 5}, {}, "ok"),
        ({}, {}, "empty"),
        ({"dropped/not_an_article": 9}, {}, "no_article_addresses"),
        ({"dropped/not_an_article": 9, "discovered": 1}, {}, "ok"),
        ({"dropped/not_an_article": 9, "discovered": 1}, {"barren": ["x"]}, "no_article_addresses"),
        ({"dropped/not_an_article": 9}, {"has_gaps": True}, "incomplete"),
        ({"discovery/failed": 2, "discovered": 1}, {"has_gaps": True}, "incomplete"),
        ({"discovered": 1}, {"has_lost": True, "has_gaps": True}, "documents_given_up"),
        ({}, {"has_lost": True, "left_alone": {"x": "8 failures in a row"}}, "left_alone"),
        (
            {"discovery/failed": 2},
            {"has_gaps": True, "left_alone": {"x": "8 failures in a row"}},
            "left_alone",
        ),
        (
            {"discovered": 9, "records/article": 3},
            {"is_spent": True, "left_alone": {"x": "budget"}},
            "budget_spent",
        ),
        ({}, {"is_spent": True, "has_gaps": True, "left_alone": {"x": "budget"}}, "incomplete"),
        ({}, {"is_spent": True, "left_alone": {"x": "budget"}}, "empty"),
        ({"discovery/robots_txt": 5}, {}, "refuses"),
        ({"gate/refused": 5, "discovery/status_403": 5}, {}, "refuses"),
        ({"discovered": 4, "refused/robots_txt": 4}, {}, "refuses"),
        ({"discovered": 4, "refused/robots_txt": 1}, {"has_articles": True}, "ok"),  # the others are known
        ({"discovered": 4, "never_seen": 4, "refused/robots_txt": 4}, {"has_articles": True}, "refuses"),
        ({"discovered": 4, "refused/robots_txt": 1, "fetched": 3, "records/article": 3}, {}, "ok"),
        (
            {"discovered": 9, "records/blocked": 8},
            {"refuses": True, "left_alone": {"x": "refuses"}},
            "refuses",
        ),
    ],
)
def test_verdict(stats, judged, word):
    told = {"left_alone": judged.get("left_alone", {}), "barren": judged.get("barren", [])}
    figures = {**figures_of(stats), "left_pending": 0, **told}
    names = ("refuses", "has_gaps", "has_lost", "has_articles", "is_spent")
    asked = {name: judged.get(name, False) for name in names}
    assert verdict(figures, **asked) == word


@pytest.mark.parametrize("name", REASONS)
def test_close_reason_is_in_the_document(name):
    meaning, code = REASONS[name]
    assert (
        f"| `{name}` | {meaning} | {'that of the verdicts' if code is None else code} |"
        in DOCUMENT.splitlines()
    )


@pytest.mark.parametrize("word", VERDICTS)
def test_verdict_is_in_the_document(word):
    meaning, code = VERDICTS[word]
    assert f"| `{word}` | {meaning} | {code} |" in DOCUMENT.splitlines()


@pytest.mark.parametrize(
    ("reason", "verdicts", "rejects", "strict", "code"),
    [
        ("finished", ["ok", "ok"], {}, False, 0),
        ("finished", ["ok", "ok"], {"empty": 1}, False, 0),
        ("finished", ["ok", "ok"], {"empty": 1}, True, 1),
        *(("finished", ["ok", word], {}, False, code) for word, (_, code) in VERDICTS.items()),
        *((reason, ["ok"], {}, False, 1) for reason, (_, code) in REASONS.items() if code is not None),
        ("closespider_timeout", ["ok"], {}, False, 1),
        ("a word of somebody", ["ok"], {}, False, 1),
    ],
)
def test_exit_code(reason, verdicts, rejects, strict, code):
    by_portal = {str(number): {"verdict": word} for number, word in enumerate(verdicts)}
    report = {"reason": reason, "by_portal": by_portal, "rejects": rejects}
    assert exit_code(report, strict=strict) == code
