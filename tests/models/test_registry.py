"""Which registries are asked follows the settings of the machine's own clients."""

from pathlib import Path

import httpx
import pytest

from models.errors import FetchFailed
from models.store import Store
from models.store.catalog import CATALOG, SMALL_LLM
from models.store.delivery import web as web_for
from models.store.download import Web
from models.store.registry import HUB, NPM, PYPI, Finder, Registries, discover
from models.store.transfer import SourceFailed
from models.store.weights import Archive, Parts, human
from tests.models.mirror import Mirror
from tests.models.test_store import FIRST, SHELF, VOICE

CONFIG = """global.cert='/etc/certs.pem'
global.extra-index-url='http://one.example/simple http://two.example/simple'
download.index-url='https://download.example/simple'
global.index-url='https://global.example/simple'
:env:.cert='/other.pem'
"""


def test_without_settings_the_public_registries_are_asked() -> None:
    assert discover({}, lambda: "", lambda: "") == Registries((PYPI,), (), NPM, HUB)


def test_pip_s_files_are_followed_and_the_command_s_own_section_wins() -> None:
    found = discover({}, lambda: CONFIG, lambda: "")

    assert found.indexes == (
        "https://download.example/simple", "http://one.example/simple", "http://two.example/simple",
    )  # fmt: skip
    assert found.certificates == "/etc/certs.pem"


def test_the_environment_wins_over_files() -> None:
    environ = {
        "PIP_INDEX_URL": "https://env.example/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_PROXY": "http://proxy.example:3128",
        "npm_config_registry": "https://npm.example",
        "HF_ENDPOINT": "https://hub.example",
    }
    found = discover(environ, lambda: CONFIG, lambda: "registry=https://file.example\n")

    assert found.indexes[0] == "https://env.example/simple"
    assert (found.npm, found.hub, found.proxy) == (
        "https://npm.example",
        "https://hub.example",
        "http://proxy.example:3128",
    )


def test_npmrc_names_the_registry() -> None:
    npmrc = "; mine\n//npm.example/:_authToken=secret\nregistry = https://npm.example/\n"
    assert discover({}, lambda: "", lambda: npmrc).npm == "https://npm.example/"


def test_no_index_leaves_the_wheelhouses(tmp_path: Path, running_mirror: Mirror) -> None:
    running_mirror.reset()
    half = b"first half"
    name = "big_part1-1.0.0-py3-none-any.whl"
    (tmp_path / name).write_bytes(running_mirror.wheel(FIRST, {"big/part1.bin": half}))
    found = discover({"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}, lambda: "", lambda: "")

    assert found.indexes == ()
    with Web(httpx.Client(trust_env=False)) as web:
        place = Finder(web, found).archive(FIRST)
        assert place.url == (tmp_path / name).as_uri()
        target = tmp_path / "fetched"
        web.download(place.url, target, place.digest, lambda _: None)
    assert target.read_bytes() == (tmp_path / name).read_bytes()


def test_an_index_in_a_directory_serves_as_well(tmp_path: Path, running_mirror: Mirror) -> None:
    running_mirror.reset()
    wheel = running_mirror.wheel(FIRST, {"big/part1.bin": b"half"}, html=True)
    (tmp_path / "simple" / "big-part1").mkdir(parents=True)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "big_part1-1.0.0-py3-none-any.whl").write_bytes(wheel)
    page = running_mirror.files["/simple/big-part1/"]
    (tmp_path / "simple" / "big-part1" / "index.html").write_bytes(page)

    with Web(httpx.Client(trust_env=False)) as web:
        finder = Finder(web, Registries(indexes=((tmp_path / "simple").as_uri(),)))
        place = finder.archive(FIRST)
        web.download(place.url, tmp_path / "fetched", place.digest, lambda _: None)
        with pytest.raises(SourceFailed, match="does not exist"):
            finder.archive(Archive("pypi", "unknown", "1.0", 1))
    assert (tmp_path / "fetched").read_bytes() == wheel


def test_the_second_index_is_asked_when_the_first_has_nothing(running_mirror: Mirror) -> None:
    running_mirror.reset()
    running_mirror.wheel(FIRST, {"big/part1.bin": b"half"})
    indexes = (f"{running_mirror.url}/empty", f"{running_mirror.url}/simple")
    with Web(httpx.Client(trust_env=False)) as web:
        assert Finder(web, Registries(indexes=indexes)).archive(FIRST).digest
        with pytest.raises(SourceFailed, match="has no big-part1 9"):
            Finder(web, Registries(indexes=indexes)).archive(Archive("pypi", "big-part1", "9", 1))


def test_a_password_in_an_index_address_is_never_told(tmp_path: Path) -> None:
    nowhere = Registries(
        ("http://me:hunter2@127.0.0.1:9/simple",), (), "http://127.0.0.1:9", "http://127.0.0.1:9"
    )

    def web(_: Registries) -> Web:
        return Web(httpx.Client(trust_env=False), sleep=lambda _: None)

    with pytest.raises(FetchFailed) as raised:
        Store(tmp_path, catalog=SHELF, registries=nowhere, web=web).pull(["big"])
    assert "hunter2" not in str(raised.value)


def test_a_proxy_that_cannot_be_used_is_one_sentence() -> None:
    with pytest.raises(FetchFailed, match="proxy cannot be used"):
        web_for(Registries(proxy="gopher://proxy.example"))


def test_an_integrity_of_npm_is_checked(tmp_path: Path, running_mirror: Mirror) -> None:
    running_mirror.reset()
    archive = Archive("npm", "voices", "1.2.1", 900)
    running_mirror.tarball(archive, {"package/voice.bin": VOICE})
    document = f'{{"dist": {{"tarball": "{running_mirror.url}/x.tgz", "integrity": "sha512-AAAA"}}}}'
    running_mirror.files["/npm/voices/1.2.1"] = document.encode()
    running_mirror.files["/x.tgz"] = b"something else"
    with Web(httpx.Client(trust_env=False)) as web:
        place = Finder(web, running_mirror.registries).archive(archive)
        with pytest.raises(SourceFailed, match="not as it was published"):
            web.download(place.url, tmp_path / "x", place.digest, lambda _: None)


def test_the_catalog_is_consistent() -> None:
    for entry in CATALOG:
        assert entry.files
        assert all(needed in CATALOG for needed in entry.needs)
        for file in entry.files:
            assert file.sources
            assert file.sha256 or all(not isinstance(source, Parts) for source in file.sources)
    assert CATALOG.entry("if_sara").id == "it-sara"
    assert SMALL_LLM in CATALOG


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 kB"), (5, "1 kB"), (522_240, "522 kB"), (147_900_000, "148 MB"), (4_700_000_000, "4.70 GB")],
)
def test_sizes_are_told_as_shops_tell_them(count: int, text: str) -> None:
    assert human(count) == text
