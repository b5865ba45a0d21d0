"""Declaration files: what they say is read as it is, and what they say wrong is named with file, portal and key."""

import pytest

from newsbot.portals import load_folder

PORTAL = '[portal.contoh]\nname = "Contoh"\ndomains = ["contoh.id"]\n'
LAYOUT = '[layout.x]\nprobe = "h1"\n'


@pytest.fixture
def load(tmp_path):
    def load(text):
        (tmp_path / "contoh.toml").write_text(text, encoding="utf-8")
        return load_folder(tmp_path)

    return load


def layout_of(load, text):
    return load(f'{PORTAL}layouts = ["x"]\n{text}')[0].layouts[0]


def test_selectors_that_stand_for_several_may_be_a_list(load):
    found = layout_of(
        load,
        "[layout.x]\nprobe = ['.a', '.b']\nimages = [{box = ['figure', '.foto'], bare = true}]\n"
        "[layout.x.noise]\nad = ['.iklan', '.ads']\nrelated = '.baca'\n",
    )
    assert found.probe == ".a, .b"
    assert found.images[0].box == "figure, .foto"
    assert found.noise == {"ad": ".iklan, .ads", "related": ".baca"}


def test_layout_says_how_it_differs_from_another(load):
    found = layout_of(
        load,
        '[layout.dasar]\nprobe = ".d"\nbody = [".isi"]\nsince = "2020"\n'
        '[layout.dasar.noise]\nad = [".i"]\npromo = [".p"]\n'
        '[layout.x]\nextends = "dasar"\nprobe = ".x"\n[layout.x.noise]\nad = []\nwidget = [".w"]\n',
    )
    assert (found.name, found.probe, found.body, found.since) == ("x", ".x", (".isi",), "2020")
    assert found.noise == {"promo": ".p", "widget": ".w"}


def test_noise_alone_may_be_anothers(load):
    text = '[layout.dasar]\nprobe = ".d"\n[layout.dasar.noise]\nad = [".i"]\n'
    found = layout_of(load, f'{text}{LAYOUT}[layout.x.noise]\nextends = "dasar"\nwidget = [".w"]\n')
    assert found.noise == {"ad": ".i", "widget": ".w"}
    assert found.headline == ("h1",)


@pytest.mark.parametrize(
    ("table", "notation"),
    [
        ('{key = "hal", all = "lengkap=1", in = "query"}', "?hal=N; ?lengkap=1 for all"),
        ('{in = "path", all = "/all"}', "/N; /all for all"),
        ('{in = "offset"}', "/N by offset"),
        ('{all = "page=all"}', "?page=all"),
        ('"?hal=N"', "?hal=N"),
    ],
)
def test_paging_is_a_notation_or_the_table_of_what_it_means(load, table, notation):
    (portal,) = load(f"{PORTAL}paging = {table}\n")
    assert portal.paging == notation
    assert portal.pages.notation == notation


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[portal.contoh\n", "contoh.toml: is no TOML"),
        ("x = 1\n", "contoh.toml: 'x' is no table"),
        ("[layout]\nx = 1\n", "contoh.toml: layout.x is no table"),
        ('[portal.contoh]\nname = "C"\n', "contoh.toml: portal.contoh: says no domains"),
        (PORTAL + "namee = 1\n", "contoh.toml: portal.contoh: no such key: 'namee'"),
        (PORTAL + "brands = 'A'\n", "contoh.toml: portal.contoh.brands: 'A' is no list"),
        (PORTAL + "brands = ['A', 2]\n", "contoh.toml: portal.contoh.brands[1]: 2 is no text"),
        (PORTAL + "city_dateline = 1\n", "contoh.toml: portal.contoh.city_dateline: 1 is no true or false"),
        (PORTAL + "status = 'done'\n", "contoh.toml: portal.contoh.status: 'done' is none of verified"),
        (PORTAL + "article = ['(']\n", "contoh.toml: portal.contoh.article: '(': missing )"),
        (PORTAL + "drop = ['a{9999999999999}']\n", "contoh.toml: portal.contoh.drop: "),
        (PORTAL + "layouts = ['y']\n", "contoh.toml: portal.contoh.layouts: no layout has the name 'y'"),
        (PORTAL + "paging = 'Next'\n", "contoh.toml: portal.contoh: paging is no"),
        (PORTAL + "paging = {kunci = 'hal'}\n", "contoh.toml: portal.contoh.paging: no such key: 'kunci'"),
        (PORTAL + "paging = {key = 'hal', in = 'path'}\n", "contoh.toml: portal.contoh.paging: paging has no key"),
        (PORTAL + "sources = 3\n", "contoh.toml: portal.contoh.sources: 3 is no list"),
        (PORTAL + "[[portal.contoh.sources]]\nkind = 'rss'\nurl = 'x'\n", "portal.contoh.sources[0].kind: 'rss'"),
        (PORTAL + "[[portal.contoh.sources]]\nkind = 'feed'\n", "portal.contoh.sources[0]: says no url"),
        (PORTAL + "[[portal.contoh.sources]]\nkind = 'index'\nurl = '{x}'\n", "no values for ['x']"),
        (PORTAL + "[portal.contoh.hosts]\n'a.id' = 3\n", "contoh.toml: portal.contoh.hosts.a.id: 3 is no name"),
        (PORTAL + "[portal.contoh.hosts]\n'a.id' = {nama = 'A'}\n", "no such key: 'nama'"),
        (LAYOUT + "[layout.x.noise]\nsampah = ['.x']\n", "contoh.toml: layout.x: layout 'x': no such bins: ['sampah']"),
        (LAYOUT + "[layout.x.noise]\nad = 3\n", "contoh.toml: layout.x.noise.ad: 3 is no list"),
        (LAYOUT + "images = [{caption = ['p']}]\n", "contoh.toml: layout.x.images[0]: says no box"),
        (LAYOUT + "kind = 'foto'\n", "contoh.toml: layout.x.kind: 'foto' is none of article"),
        ('[layout.x]\nextends = "y"\n', "contoh.toml: layout.x.extends: no layout has the name 'y'"),
        ('[layout.x]\nextends = "x"\n', "layouts extend one another: x -> x"),
        ('[layout.a]\nextends = "b"\n[layout.b]\nextends = "a"\n', "layouts extend one another: a -> b -> a"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(load, text, words):
    with pytest.raises(ValueError, match=r"contoh\.toml") as error:
        load(text)
    assert words in str(error.value)


def test_a_name_stands_in_one_file(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(LAYOUT)
    with pytest.raises(ValueError, match=r"b\.toml and .*a\.toml both declare the layout 'x'"):
        load_folder(tmp_path)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"x = " + b"[" * 5_000 + b"]" * 5_000, b"#" * 2_000_001])
def test_hostile_file_is_named(tmp_path, body):
    (tmp_path / "jahat.toml").write_bytes(body)
    with pytest.raises(ValueError, match=r"jahat\.toml: (?:cannot be read|is no TOML)"):
        load_folder(tmp_path)
