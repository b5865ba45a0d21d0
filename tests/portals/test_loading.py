"""Portals beyond those that come with newsbot: folders and installed packages."""

import subprocess
import sys

import pytest

from newsbot import stream
from newsbot.engines import pool
from newsbot.portals import folders_in_use, load_folder, registry, use_portals
from newsbot.portals._loading import built_in, from_entry_points
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

MODULE = """
from newsbot.portals import Layout, Portal
PORTALS = [Portal(id={id!r}, name="Contoh", domains=({domain!r},), layouts=(Layout(name="x", probe="h1"),))]
"""
PAGE = b"<html><head><title>Panen</title></head><body><h1>Panen Garam Naik</h1><p>Garam dipanen.</p></body></html>"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "contoh.py").write_text(MODULE.format(id="contoh", domain="contoh.id"))
    return tmp_path


@pytest.fixture(autouse=True)
def only_installed():
    yield
    use_portals()


def ids(portals):
    return [portal.id for portal in portals]


def test_folder_gives_its_portals_by_file_name(folder):
    (folder / "awal.py").write_text(MODULE.format(id="awal", domain="awal.id"))
    (folder / "catatan.txt").write_text("bukan modul")
    assert ids(load_folder(folder)) == ["awal", "contoh"]


def test_files_with_an_underscore_are_shared_and_not_loaded(folder):
    (folder / "_dasar.py").write_text('HOST = "dasar.id"\n')
    (folder / "__init__.py").write_text("raise RuntimeError")
    (folder / "daerah.py").write_text(
        "from ._dasar import HOST\nfrom newsbot.portals import Portal\n"
        'PORTALS = [Portal(id="daerah", name="D", domains=(HOST,))]\n'
    )
    assert load_folder(folder)[1].domains == ("dasar.id",)


def test_folder_is_read_as_it_is_now(folder):
    assert load_folder(folder)[0].domains == ("contoh.id",)
    (folder / "contoh.py").write_text(MODULE.format(id="contoh", domain="contoh-baru.id"))
    assert load_folder(folder)[0].domains == ("contoh-baru.id",)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import tidak_ada_modul_ini", "cannot be imported: ModuleNotFoundError"),
        ("PORTALS = [", "cannot be imported: SyntaxError"),
        ("1 / 0", "cannot be imported: ZeroDivisionError"),
        ("PORTAL = []", "has no PORTALS"),
        ("PORTALS = ['contoh']", "has no PORTALS"),
        ("PORTALS = 3", "has no PORTALS"),
        (MODULE.format(id="contoh", domain="lain.id"), "contoh.py both declare the portal 'contoh'"),
    ],
)
def test_bad_module_is_named(folder, source, words):
    (folder / "rusak.py").write_text(source)
    with pytest.raises(ValueError, match=r"rusak\.py") as error:
        load_folder(folder)
    assert words in str(error.value)


@pytest.mark.parametrize("name", ["tidak-ada", "kosong"])
def test_folder_without_portals_is_named(tmp_path, name):
    (tmp_path / "kosong").mkdir()
    with pytest.raises(ValueError, match=name):
        load_folder(tmp_path / name)


def test_portals_in_use(folder):
    known = use_portals(folder)
    assert known is registry()
    assert folders_in_use() == (str(folder),)
    assert registry().match("https://contoh.id/x") is registry().get("contoh")
    assert registry().match("https://www.kompas.com/") is registry().get("kompas")
    use_portals()
    assert folders_in_use() == ()
    assert registry().get("contoh") is None


@pytest.mark.parametrize(
    ("portal", "domain", "words"),
    [("kompas", "contoh.id", "the id 'kompas'"), ("contoh", "kompas.com", "contoh|kompas")],
)
def test_extra_portal_overrides_nothing(tmp_path, portal, domain, words):
    (tmp_path / "x.py").write_text(MODULE.format(id=portal, domain=domain))
    before = registry()
    with pytest.raises(ValueError, match=words):
        use_portals(tmp_path)
    assert registry() is before
    assert folders_in_use() == ()


def test_extra_portal_may_claim_what_is_more_special(tmp_path):
    (tmp_path / "x.py").write_text(MODULE.format(id="contoh", domain="www.kompas.com/cekfakta"))
    use_portals(tmp_path)
    assert registry().match("https://www.kompas.com/cekfakta/1").id == "contoh"
    assert registry().match("https://www.kompas.com/tren/1").id == "kompas"


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_know_the_same_portals(folder, workers):
    use_portals(folder)
    inputs = [(number, Snapshot(PAGE, f"https://contoh.id/{number}")) for number in range(4)]
    results = pool.results(inputs, pool.work_for(Options()), workers)
    assert [result.outcome.article.portal for result in results] == ["contoh"] * 4


def test_stream_knows_them_in_this_process(folder):
    use_portals(folder)
    assert stream.process(Snapshot(PAGE, "https://contoh.id/1")).article.metadata.extraction.layout == "x"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An installed package whose entry point names `newsbot_contoh:PORTALS`."""
    (tmp_path / "newsbot_contoh.py").write_text(MODULE.format(id="contoh", domain="contoh.id"))
    facts = tmp_path / "newsbot_contoh-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: newsbot-contoh\nVersion: 1.0\n")
    points = facts / "entry_points.txt"
    points.write_text("[newsbot.portals]\ncontoh = newsbot_contoh:PORTALS\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "newsbot_contoh", raising=False)
    return points


def test_entry_points_of_installed_packages(package):
    assert "contoh" in ids(from_entry_points())


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("newsbot_contoh:TIDAK_ADA", "cannot be loaded: AttributeError"),
        ("newsbot_contoh:MODULE", "is no list of Portal"),
    ],
)
def test_bad_entry_point_is_named(package, target, words):
    (package.parent.parent / "newsbot_contoh.py").write_text("MODULE = 'x'\n")
    package.write_text(f"[newsbot.portals]\ncontoh = {target}\n")
    with pytest.raises(ValueError, match=f"entry point contoh = {target}: .*{words}"):
        list(from_entry_points())


def test_registry_holds_entry_points(package):
    code = "from newsbot.portals import registry; print(registry().match('https://contoh.id/1').id)"
    path = {"PYTHONPATH": f"{package.parent.parent}:."}
    done = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True)
    assert done.stdout == "contoh\n"


def test_built_in_portals_have_ids_of_their_own():
    found = ids(built_in())
    assert len(set(found)) == len(found) > 18
