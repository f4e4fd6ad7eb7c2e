"""What comes in at the microphone: listened to for a moment, or told by the speaker that runs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from assistant import bulletin, clock
from assistant.bulletin import Bulletin
from assistant.console import text
from assistant.finding import Finding
from assistant.keeper import keeping
from audio.device import open_microphone
from audio.errors import AudioError
from audio.frame import FRAME, RATE
from audio.level import SILENCE_DB, decibels, sounds

LISTEN_S = 1.0
"""Seconds for which it listens."""

CLIPPED_DB = -6.0
"""Above this a quiet room is too loud: the microphone's gain is."""


STALE_S = 180.0
"""Seconds after which a record is of another day: whoever runs now keeps none, as `talk` does."""


@dataclass(frozen=True, slots=True)
class Listened:
    """One moment at a microphone."""

    level_db: float
    """Of the loudest frame, relative to full scale."""
    sounding: bool
    """Whether there was anything but digital silence."""
    dropped_s: float


def listen(name: str | None) -> Listened:
    """Listen for a moment. :raises AudioError: it cannot be opened, or gives nothing."""
    return clock.run(_listen(name))


async def _listen(name: str | None) -> Listened:
    level_db, sounding, left = SILENCE_DB, False, round(LISTEN_S * RATE / FRAME)
    microphone = await open_microphone(name)
    try:
        async for frame in microphone.frames():
            level_db, sounding = max(level_db, decibels(frame.samples)), sounding or sounds(frame.samples)
            if (left := left - 1) <= 0:
                break
    finally:
        await microphone.aclose()
    return Listened(round(level_db, 1), sounding, round(microphone.dropped / RATE, 3))


def listening(name: str | None) -> Finding:
    """Whether sound comes in; where Xiaoban runs, as it has written down."""
    with keeping() as ours:
        if ours is None:
            return recorded(bulletin.kept().load(), datetime.now().astimezone())
        try:
            return heard(listen(name))
        except AudioError as problem:
            sentence, _, remedy = text(str(problem), problem.zh).partition("; run: ")
            return Finding("sound", "warning", sentence, remedy or None)


def heard(found: Listened) -> Finding:
    """The finding of a moment at the microphone."""
    if not found.sounding:
        return _silent(asdict(found))
    detail = text(f"{found.level_db:.0f} dB", f"{found.level_db:.0f} 分贝")
    if found.level_db > CLIPPED_DB:
        return Finding("sound", "warning", detail, text("turn the gain down", "调低增益"), asdict(found))
    return Finding("sound", "fine", detail, None, asdict(found))


def recorded(kept: Bulletin, now: datetime) -> Finding:
    """The finding of a speaker that runs."""
    figures = kept.model_dump(mode="json")
    if kept.at is None or kept.since is None or (now - kept.at).total_seconds() > STALE_S:
        return Finding("sound", "fine", text("Xiaoban runs; nothing is known yet", "小伴在运行，还没有记录"))
    if kept.lost:
        reason = kept.last_loss or ""
        return Finding(
            "sound", "problem", text(f"lost: {reason}", f"断开：{reason}"), "xiaoban devices", figures
        )
    if kept.muted:
        return _silent(figures)
    hours, ago = (kept.at - kept.since).total_seconds() / 3600, max(0.0, (now - kept.at).total_seconds())
    detail = text(
        f"Xiaoban listens: {kept.level_db:.0f} dB {ago:.0f} s ago; in {hours:.1f} h "
        f"lost {kept.losses} times, opened anew {kept.reopened} times, {kept.dropped_s:.1f} s dropped, "
        f"{kept.unheeded} things heard left unheeded",
        f"小伴在听：{ago:.0f} 秒前 {kept.level_db:.0f} 分贝；{hours:.1f} 小时内断开 {kept.losses} 次，"
        f"重新打开 {kept.reopened} 次，丢失 {kept.dropped_s:.1f} 秒，{kept.unheeded} 次来不及处理",
    )
    return Finding("sound", "fine", detail, None, figures)


def _silent(figures: Mapping[str, object]) -> Finding:
    detail = text(
        "digital silence: the microphone is muted or switched off", "完全静音：麦克风被静音或关闭了"
    )
    return Finding("sound", "warning", detail, text("unmute it: alsamixer", "取消静音：alsamixer"), figures)
