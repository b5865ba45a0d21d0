"""Portals beyond those that come with newsbot: folders and installed packages."""

import subprocess
import sys
from pathlib import Path

import pytest

import newsbot.portals
from newsbot import stream
from newsbot.engines import pool
from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.plaintext import portal_of
from newsbot.extractors.raw import Body, RawArticle
from newsbot.portals import Trusted, folders_in_use, load_folder, registry, use_portals
from newsbot.portals._loading import built_in, from_entry_points
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

DECLARATION = """
[portal.{id}]
name = "Contoh"
domains = ["{domain}"]
layouts = ["x"]
[layout.x]
probe = "h1"
"""
MODULE = """
from newsbot.portals import Layout, Portal
PORTALS = [Portal(id={id!r}, name="Contoh", domains=({domain!r},), layouts=(Layout(name="x", probe="h1"),))]
"""
PAGE = b"<html><head><title>Panen</title></head><body><h1>Panen Garam Naik</h1><p>Garam dipanen.</p></body></html>"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "contoh.toml").write_text(DECLARATION.format(id="contoh", domain="contoh.id"))
    return tmp_path


@pytest.fixture
def modules(tmp_path):
    (tmp_path / "contoh.py").write_text(MODULE.format(id="contoh", domain="contoh.id"))
    return Trusted(tmp_path)


@pytest.fixture(autouse=True)
def only_installed():
    yield
    use_portals()


def ids(portals):
    return [portal.id for portal in portals]


def test_folder_gives_its_portals_by_file_name(folder):
    (folder / "awal.toml").write_text('[portal.awal]\nname = "A"\ndomains = ["awal.id"]\n')
    (folder / "catatan.txt").write_text("bukan deklarasi")
    assert ids(load_folder(folder)) == ["awal", "contoh"]


def test_layouts_may_stand_apart_and_differ_from_newsbots_own(folder):
    (folder / "past").mkdir()
    (folder / "past" / "daerah.toml").write_text(
        '[layout.y]\nextends = "wordpress-entry"\nheadline = [".judul"]\n'
    )
    (folder / "daerah.toml").write_text('[portal.d]\nname = "D"\ndomains = ["d.id"]\nlayouts = ["y"]\n')
    (layout,) = load_folder(folder)[1].layouts
    assert (layout.name, layout.headline) == ("y", (".judul",))
    assert layout.body == newsbot.portals.layout("wordpress-entry").body


def test_modules_run_only_where_the_folder_is_trusted(modules):
    (modules_of := Path(modules) / "contoh.py").write_text("raise SystemExit('run')")
    with pytest.raises(ValueError, match=r"contoh\.py is Python code and is not run.*--portals-code"):
        load_folder(str(modules))
    with pytest.raises(ValueError, match="--portals-code"):
        use_portals(str(modules))
    modules_of.write_text(MODULE.format(id="contoh", domain="contoh.id"))
    assert ids(load_folder(modules)) == ["contoh"]


def test_files_and_modules_may_stand_side_by_side(modules):
    Path(modules, "awal.toml").write_text('[portal.awal]\nname = "A"\ndomains = ["awal.id"]\n')
    assert ids(load_folder(modules)) == ["awal", "contoh"]


def test_module_may_say_how_newsbots_own_layout_differs(modules):
    Path(modules, "contoh.py").write_text(
        "from newsbot.portals import Portal, layout\n"
        "OWN = layout('wordpress-entry').but(name='milik')\n"
        "PORTALS = [Portal(id='contoh', name='C', domains=('contoh.id',), layouts=(OWN,))]\n"
    )
    assert load_folder(modules)[0].layouts[0].name == "milik"


def test_modules_with_an_underscore_are_shared_and_not_loaded(modules):
    Path(modules, "_dasar.py").write_text('HOST = "dasar.id"\n')
    Path(modules, "__init__.py").write_text("raise RuntimeError")
    Path(modules, "daerah.py").write_text(
        "from ._dasar import HOST\nfrom newsbot.portals import Portal\n"
        'PORTALS = [Portal(id="daerah", name="D", domains=(HOST,))]\n'
    )
    assert load_folder(modules)[1].domains == ("dasar.id",)


@pytest.mark.parametrize(("name", "form"), [("contoh.toml", DECLARATION), ("contoh.py", MODULE)])
def test_folder_is_read_as_it_is_now(tmp_path, name, form):
    (tmp_path / name).write_text(form.format(id="contoh", domain="contoh.id"))
    assert load_folder(Trusted(tmp_path))[0].domains == ("contoh.id",)
    (tmp_path / name).write_text(form.format(id="contoh", domain="contoh-baru.id"))
    assert load_folder(Trusted(tmp_path))[0].domains == ("contoh-baru.id",)


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
def test_bad_module_is_named(modules, source, words):
    Path(modules, "rusak.py").write_text(source)
    with pytest.raises(ValueError, match=r"rusak\.py") as error:
        load_folder(modules)
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
    (tmp_path / "x.toml").write_text(DECLARATION.format(id=portal, domain=domain))
    before = registry()
    with pytest.raises(ValueError, match=words):
        use_portals(tmp_path)
    assert registry() is before
    assert folders_in_use() == ()


def test_extra_portal_may_claim_what_is_more_special(tmp_path):
    (tmp_path / "x.toml").write_text(DECLARATION.format(id="contoh", domain="www.kompas.com/cekfakta"))
    use_portals(tmp_path)
    assert registry().match("https://www.kompas.com/cekfakta/1").id == "contoh"
    assert registry().match("https://www.kompas.com/tren/1").id == "kompas"


@pytest.mark.parametrize("kind", ["folder", "modules"])
@pytest.mark.parametrize("workers", [1, 2])
def test_workers_know_the_same_portals(request, kind, workers):
    use_portals(request.getfixturevalue(kind))
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


def test_what_dumps_are_told_by_follows_the_portals_in_use(folder):
    (folder / "contoh.toml").write_text(
        DECLARATION.format(id="contoh", domain="contoh.id").replace('"Contoh"', '"Kabar Teluk Biru"')
    )
    dump = RawArticle(body=Body((TextBlock("paragraph", "PALU, KABAR TELUK BIRU - Petani memanen garam."),)))
    assert portal_of(dump) is None
    use_portals(folder)
    try:
        assert portal_of(dump) is registry().get("contoh")
    finally:
        use_portals()
    assert portal_of(dump) is None
