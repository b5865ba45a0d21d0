"""A crawl of a list asks for what it names as politely as any, each article once, and each line has its answer."""

import asyncio
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.crawl.figures import answered
from newsbot.crawl.middlewares.public_addresses import Allowed
from newsbot.crawl.spiders.portal import PortalSpider
from newsbot.crawl.store import Store
from newsbot.crawl.url_file import BadUrlFile
from newsbot.crawl.url_list import REASONS, UrlList
from newsbot.loopback import LoopbackServer, Site
from newsbot.state import Doubted

from .runs import crawl, key_of, records

DOCUMENT = (Path(__file__).parents[2] / "docs/crawling.md").read_text("utf-8").splitlines()


def listed(tmp_path, *lines):
    file = tmp_path / "daftar.txt"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    found = UrlList(str(file))
    found.read(Allowed(None))
    return found


def test_lines_that_are_not_asked_for_have_a_reason_and_a_number(tmp_path):
    found = listed(
        tmp_path,
        "https://www.contoh.example/berita/satu",
        "www.contoh.example/berita/dua",
        "http://10.0.0.1/x",
        "http://0x7f.1/",
        "https://nama@contoh.example/",
        "https://m.contoh.example/berita/satu?utm_source=x#atas",
        "javascript:alert(1)",
    )
    assert found.refused == {"bad_address": 1, "doubled": 1, "not_http": 2, "private_address": 2}
    told = found.to_report()
    assert (told["lines"], told["taken"]) == (7, 1)
    assert told["refused_lines"]["private_address"][0] == {"line": 3, "text": "http://10.0.0.1/x"}
    assert told["refused_lines"]["doubled"][0]["line"] == 6


def test_articles_come_in_lots_of_one_portal_each(tmp_path):
    kompas = "https://www.kompas.com/tren/read/2022/03/23/203000465/jembatan-kayu-ulin"
    found = listed(tmp_path, "https://b.example/1", kompas, "https://b.example/2")
    lots = {site: [one.url for one in some] for site, some in found.batches(500)}
    assert lots == {"b.example": ["https://b.example/1", "https://b.example/2"], "kompas": [kompas]}
    assert {one.discovery.kind for _, some in found.batches(500) for one in some} == {"list"}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["contoh.id", "lain.id"],
            "none of its 2 lines is an address that can be asked for (2 not_http; line 1: 'contoh.id')",
        ),
        (["# tiada"], "no line of it holds anything"),
    ],
)
def test_list_without_addresses_is_told(tmp_path, lines, said):
    with pytest.raises(BadUrlFile) as caught:
        listed(tmp_path, *lines)
    assert said in str(caught.value)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A crawl of a table of addresses in two runs, the first of six articles."""
    folder = tmp_path_factory.mktemp("daftar")
    site = Site(articles=12)
    with LoopbackServer(site) as server:
        rows = ["judul,url", *(f'"Kabar",{server.base}{one.path}' for one in site.stories())]
        rows += [
            f"x,{server.base}{site.story(0).path}?utm_source=y",
            "x,kosong",
            f"x,{server.base}/rahasia/1",
        ]
        site.robots = "User-agent: *\nDisallow: /rahasia/\n"
        file = folder / "daftar.csv"
        file.write_text("\n".join(rows), "utf-8")
        runs = [
            crawl(server.base, folder, "--urls", str(file), options=options)
            for options in (("--limit", "6"), (), ())
        ]
    return site, folder, runs


def test_every_address_gives_its_record_once_whatever_the_number_of_runs(crawled):
    site, folder, (first, second, third) = crawled
    found = [record["id"] for record in records(folder)]
    assert sorted(found) == sorted(key_of(one) for one in site.stories())
    assert [run.report["fetched"] for run in (first, second, third)] == [6, 6, 0]
    assert [run.code for run in (first, second, third)] == [0, 0, 0]


def test_nothing_is_discovered_and_robots_txt_is_obeyed(crawled):
    site, _, (*_, last) = crawled
    asked = {path for path in site.requests if not path.startswith("/read/")}
    assert asked == {"/robots.txt"}
    assert last.report["by_portal"]["loopback"]["refused"] == {"robots_txt": 1}


def test_report_and_screen_tell_what_became_of_the_lines(crawled):
    _, folder, (first, *_) = crawled
    told = first.report["list"]
    assert (told["source"], told["lines"], told["taken"]) == (str(folder / "daftar.csv"), 15, 13)
    assert told["refused"] == {"doubled": 1, "not_http": 1}
    assert f"{folder}/daftar.csv: 13 of 15 lines are asked for" in first.said
    assert "1 not_http: line 15: kosong" in first.said


def test_record_says_that_a_list_named_it(crawled):
    assert {record["metadata"]["discovery"]["kind"] for record in records(crawled[1])} == {"list"}


def test_records_of_an_earlier_crawl_are_a_list(crawled, tmp_path):
    site = crawled[0]
    with LoopbackServer(site) as server:
        file = tmp_path / "lama.jsonl"
        lines = [json.dumps({"judul": "x", "url": f"{server.base}{site.story(1).path}"})]
        file.write_text("\n".join(lines), "utf-8")
        run = crawl(server.base, tmp_path, "--urls", str(file))
    assert run.report["records"] == {"article": 1}


def test_gone_pages_of_an_old_list_are_gone_and_no_alarm(tmp_path):
    site = Site(articles=2)
    with LoopbackServer(site) as server:
        paths = [f"/read/2020/01/0{day}/0000090{day}/kabar-lama-sekali" for day in range(1, 6)]
        file = tmp_path / "daftar.txt"
        file.write_text("\n".join(server.base + path for path in paths), "utf-8")
        run = crawl(server.base, tmp_path, "--urls", str(file))
    assert (run.code, run.report["gone"], run.report["left_pending"]) == (0, 5, 0)


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ((), "name portals and addresses, or a list of addresses with --urls FILE"),
        (("kompas", "--urls", "x"), "name portals and addresses, or a list of addresses with --urls FILE"),
        (("kompas", "--column", "x"), "--column is of the list that --urls names"),
        (("--urls", "x", "--since", "2026-01-01"), "no portal, address or day beside it"),
        (("--urls", "tidak-ada.csv"), "tidak-ada.csv: No such file or directory"),
    ],
)
def test_wrong_usage_is_exit_2_and_one_sentence(tmp_path, targets, said):
    result = CliRunner().invoke(main, ["crawl", *targets, "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("reason", "meaning"), REASONS.items())
def test_reason_is_in_the_document(reason, meaning):
    assert f"| `{reason}` | {meaning} |" in DOCUMENT


def test_address_that_robots_txt_forbids_while_the_list_is_read_counts_once(tmp_path):
    """It waits again when it had its turn: it is one of two that the run asks for, and of those has its answer."""
    found = listed(tmp_path, "https://contoh.example/berita/1", "https://contoh.example/berita/2")
    store = Store(tmp_path / "out", tmp_path / "state.sqlite", "new", ["contoh.example"], {})
    try:
        (_, both), *_ = found.batches(500)
        store.discovered(both[:1])
        store.state.queues.take(store.state.queues.newest(("contoh.example", "contoh.example"), 1))
        store.doubt(Doubted(both[0].key, "robots.txt forbids it", None))
        store.sync()
        stats = {"newsbot/refused/robots_txt": 1}
        crawler = SimpleNamespace(stats=SimpleNamespace(get_stats=lambda: stats))
        spider = SimpleNamespace(store=store, crawler=crawler, is_ending=False, count=lambda *_: None)
        asyncio.run(PortalSpider._announce(spider, found))
    finally:
        store.abandon()
    assert (found.to_ask, answered(stats)) == (2, 1)
