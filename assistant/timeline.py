"""Events as lines for people: when, and what."""

from assistant.console import text
from assistant.events import (
    AlarmRang,
    AnyEvent,
    Failed,
    Heard,
    HomeChanged,
    MicrophoneFound,
    MicrophoneLost,
    MicrophoneMuted,
    NoSpeech,
    Overrun,
    Partial,
    Slept,
    Speaking,
    SpeechEnd,
    SpeechStart,
    Spoken,
    TimerRang,
    Turn,
    Wake,
    WakeRejected,
)
from audio.frame import RATE


def describe(event: AnyEvent) -> str | None:
    """One line, or None for what people need not see."""
    words = _words(event)
    return None if words is None else f"{event.at / RATE:8.2f} s  {words}"


def _words(event: AnyEvent) -> str | None:  # noqa: C901, PLR0911, PLR0912  # one line for each kind of event
    match event:
        case Wake(word=word, score=score):
            return text(f"woke to “{word}” ({score:.2f})", f"听到唤醒词“{word}”（{score:.2f}）")
        case Heard(text=heard, lang=lang):
            return text(f"heard [{lang}]: {heard}", f"听到 [{lang}]：{heard}")
        case Turn():
            return _turn(event)
        case Spoken(text=said, interrupted=interrupted):
            broken = text(" (interrupted)", "（被打断）") if interrupted else ""
            return text(f"said: {said}{broken}", f"说：{said}{broken}")
        case HomeChanged(device=device, state=state):
            shown = ", ".join(f"{name}={value}" for name, value in state.items())
            return text(f"home: {device} is now {shown}", f"家里：{device} 现在 {shown}")
        case TimerRang(name=name):
            return text(f"timer rings: {name or '…'}", f"计时器响了：{name or '…'}")
        case AlarmRang():
            return _alarm(event)
        case NoSpeech():
            return text("nobody said anything", "没有人说话")
        case Overrun(lost=lost):
            return text(f"lost {lost / RATE:.2f} s of sound", f"丢失了 {lost / RATE:.2f} 秒声音")
        case MicrophoneLost(reason=reason):
            return text(f"microphone lost: {reason}", f"麦克风断开：{reason}")
        case MicrophoneFound(after_s=after_s):
            return text(f"microphone back after {after_s:.1f} s", f"麦克风在 {after_s:.1f} 秒后恢复")
        case MicrophoneMuted(muted=True):
            return text("the microphone is off: no sound at all", "麦克风已关闭，完全没有声音")
        case MicrophoneMuted():
            return text("the microphone sounds again", "麦克风又有声音了")
        case Slept(seconds=seconds):
            return text(f"the machine slept for {seconds:.0f} s", f"机器休眠了 {seconds:.0f} 秒")
        case Failed(problem=problem):
            return text(f"failed: {problem}", f"出错：{problem}")
        case WakeRejected() | SpeechStart() | SpeechEnd() | Speaking() | Partial():
            return None


def _alarm(alarm: AlarmRang) -> str:
    called = alarm.text or "…"
    if alarm.missed:
        return text(f"{alarm.kind} missed: {called}", f"错过了：{called}")
    return text(f"{alarm.kind} rings: {called}", f"响了：{called}")


def _turn(turn: Turn) -> str:
    meaning = " + ".join(name for name, _ in turn.intents) or turn.intent or text("not understood", "没听懂")
    first = turn.timing_ms.get("speech_end_to_first_audio")
    quick = f", {first / 1000:.2f} s" if first is not None else ""
    return text(f"understood: {meaning} [{turn.route}{quick}]", f"理解：{meaning} [{turn.route}{quick}]")
