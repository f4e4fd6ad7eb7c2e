"""Who holds a sound card, as the kernel tells."""

from pathlib import Path

from audio.holder import holders


def opened(proc: Path, card: int, pid: int, name: str | None) -> None:
    status = proc / f"asound/card{card}/pcm0c/sub0/status"
    status.parent.mkdir(parents=True)
    status.write_text(f"state: RUNNING\nowner_pid   : {pid}\ntrigger_time: 12.5\n")
    if name:
        (proc / str(pid)).mkdir()
        (proc / str(pid) / "comm").write_text(f"{name}\n")


def test_the_program_that_captures_is_named(tmp_path: Path) -> None:
    opened(tmp_path, 0, 123, "arecord")
    opened(tmp_path, 1, 124, None)
    closed = tmp_path / "asound/card2/pcm0c/sub0/status"
    closed.parent.mkdir(parents=True)
    closed.write_text("closed\n")
    assert holders(tmp_path) == ("arecord (123)", "(124)")


def test_a_machine_without_sound_cards_knows_nobody(tmp_path: Path) -> None:
    assert holders(tmp_path) == ()
