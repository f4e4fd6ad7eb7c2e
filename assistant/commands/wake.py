"""`xiaoban wake`: wake words of one's own, from their text."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from assistant import clock, console, engines, learned_words, wake_lessons
from assistant.config import load
from assistant.daemon import until_signal
from assistant.errors import UsageError
from assistant.sentry import Sentry, frames_of
from assistant.takes import takes
from audio import wav
from audio.device import open_microphone
from audio.frame import Samples
from models.errors import ModelError
from models.wake import learned_word
from models.wake.learned_word import Facts
from models.wake.training import Recipe, Request

app = typer.Typer()

Json = Annotated[
    bool, typer.Option("--json", help=console.text("JSON objects, one a line.", "每行一个 JSON 对象。"))
]
Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
Files = Annotated[list[Path], typer.Argument(metavar="FILE…", show_default=False)]

LANG_HELP = console.text(
    "Language it is spoken in; from the script when not given.", "用哪种语言念；默认按文字判断。"
)
ID_HELP = console.text("What to call it; from the text when not given.", "编号；默认由文字得出。")
SAY_HELP = console.text("How the voices are to say it, where the text misleads them; may be repeated.",
                        "声音念错时，告诉它怎么念；可以多次给出。")  # fmt: skip
RATE_HELP = console.text("False wakes an hour of speech in the first stage; the second refutes them.",
                         "第一级每小时说话里允许的误唤醒次数；第二级会排除它们。")  # fmt: skip
WRONG_HELP = console.text("These woke it and should not have.", "这些录音误唤醒了它。")

TAKES = 5
"""Times that a person is asked to say something."""

STAGES = {
    "speaking": ("Voices say it", "各种声音在念"),
    "rooms": ("Rooms and noise", "加入房间和噪声"),
    "learning": ("Learning", "学习"),
    "checking": ("Checking", "检验"),
}


@app.command(
    help=console.text(
        "Learn a wake word from its text; minutes, offline.", "由文字训练唤醒词；几分钟，离线。"
    )
)
def train(  # noqa: PLR0913, PLR0917  # each is an option of the command
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
    lang: Annotated[str | None, typer.Option(help=LANG_HELP)] = None,
    id_: Annotated[str | None, typer.Option("--id", help=ID_HELP)] = None,
    say: Annotated[list[str] | None, typer.Option(help=SAY_HELP)] = None,
    false_per_hour: Annotated[float, typer.Option(min=0.5, max=60, help=RATE_HELP)] = 10.0,
    json: Json = False,
) -> None:
    """Voices speak it, networks learn it, thresholds are set, and what to expect is said."""
    text = learned_words.checked_text(text)
    language = learned_words.language_of(text, lang)
    said = tuple((learned_words.checked_text(each), language) for each in say or [text])
    id_ = learned_words.id_of(text, id_)
    directory = learned_words.own_dir() / id_
    right, wrong = (learned_words.recordings(directory, folder) for folder in learned_words.FOLDERS)
    _train(Request(id_, text, language, said, right, wrong), false_per_hour, json)


@app.command(
    help=console.text(
        "Learn from recordings of the household; without files, from the microphone.",
        "用家人的录音继续训练；不给文件就用麦克风录。",
    )
)
def enroll(
    id_: Id,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE…]", show_default=False)] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help=WRONG_HELP)] = False,
    json: Json = False,
) -> None:
    """Keep the recordings beside the word and learn it anew; what the voices said is remembered."""
    for file in files or ():
        wav.check(file)
    facts = learned_word.read_facts(learned_words.find(id_))
    spoken = [] if files else _takes(facts.text, wrong)
    directory, folder = learned_words.adopted(id_), learned_words.WRONG if wrong else learned_words.RECORDINGS
    learned_words.add_recordings(directory, folder, files or ())
    learned_words.keep(directory, folder, spoken)
    _train(wake_lessons.request_for(facts, directory), facts.false_per_hour, json)


@app.command(
    "list", help=console.text("Learned wake words, and what to expect of them.", "列出训练过的唤醒词。")
)
def show(json: Json = False) -> None:
    """The household's and the package's; damaged ones too, with the remedy."""
    rows = []
    for directory, facts in learned_word.words(learned_words.own_dir()):
        own = directory.parent == learned_words.own_dir()
        if isinstance(facts, ModelError):
            console.say(str(facts), facts.zh, style="red")
        elif json:
            console.emit({**_line(facts), "own": own, "path": str(directory)})
        else:
            rows.append(
                [facts.id, facts.text, facts.language, f"{100 * facts.misses:.1f} %", _origin(facts, own)]
            )
    if rows:
        console.table(
            console.text("id text language misses origin", "编号 文字 语言 漏检 来源").split(), rows
        )


@app.command("test", help=console.text("What a wake word makes of recordings.", "用录音试一试唤醒词。"))
def try_out(id_: Id, files: Files, json: Json = False) -> None:
    """How sure the detector and the verifier are of each, and whether it would wake."""
    for file in files:
        wav.check(file)
    learned_words.find(id_)
    config = load()
    config = config.model_copy(update={"wake": config.wake.model_copy(update={"words": (id_,)})})
    sentry = Sentry.of(config)
    for file in files:
        watch = sentry.watch(frames_of(file))
        score = round(watch.peak[id_], 3)
        if json:
            console.emit({"file": str(file), "word": id_, "score": score, "wakes": len(watch.wakes)})
        else:
            verdict = ("wakes", "唤醒") if watch.wakes else ("does not wake", "不唤醒")
            console.write(f"{file}: {console.text(*verdict)} ({score})")


@app.command(help=console.text("Forget wake words of one's own.", "删除自己的唤醒词。"))
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", show_default=False)], json: Json = False
) -> None:
    """Delete them with their recordings; those of the package stay."""
    for id_ in ids:
        mine = learned_words.find(id_)
        if mine.parent != learned_words.own_dir():
            raise UsageError(f"'{id_}' came with Xiaoban and stays", f"“{id_}”是随小伴附带的，不能删除")
        shutil.rmtree(mine)
        if json:
            console.emit({"id": id_, "removed": True})
        else:
            console.say(f"Removed {id_}.", f"已删除 {id_}。")


def _takes(text: str, wrong: bool) -> list[Samples]:
    """What a person says into the microphone: the word, or what woke it and should not have."""
    config, said = load(), list[Samples]()
    wanted = ("something that woke it and should not", "那句不该唤醒它的话") if wrong else (f"“{text}”",) * 2

    def ask(number: int) -> None:
        console.say(
            f"Say {wanted[0]} ({number} of {TAKES}), then wait.",
            f"请说{wanted[1]}（第 {number} 次，共 {TAKES} 次），说完等一下。",
            style="green",
        )

    async def record() -> None:
        microphone = await open_microphone(config.audio.microphone)
        try:
            said.extend(await takes(microphone, engines.voice_detector(config), TAKES, ask))
        finally:
            await microphone.aclose()

    clock.run(until_signal(record()))
    return said


def _train(request: Request, false_per_hour: float, json: bool) -> None:
    directory, started = learned_words.own_dir() / request.id, time.monotonic()
    recipe = Recipe(false_per_hour=false_per_hour)
    with _bars(json) as bars, wake_lessons.training(load(), bars, recipe) as training:
        word = training.word(request)
    learned_word.write_word(directory, word)
    seconds = round(time.monotonic() - started)
    if json:
        console.emit({**_line(word.facts), "path": str(directory), "seconds": seconds})
        return
    misses, id_ = f"{100 * word.facts.misses:.1f} %", request.id
    console.say(
        f"Learned “{request.text}” as {id_} in {seconds} s; expected to miss {misses}. To use it: "
        f'XIAOBAN_WAKE__WORDS={id_}, or words = ["{id_}"] under [wake] in the configuration.',
        f"已学会“{request.text}”，编号 {id_}，用时 {seconds} 秒；预计漏检 {misses}。使用："
        f"XIAOBAN_WAKE__WORDS={id_}，"
        f'或在配置的 [wake] 下写 words = ["{id_}"]。',
    )


def _line(facts: Facts) -> dict[str, object]:
    return facts.model_dump(mode="json")


def _origin(facts: Facts, own: bool) -> str:
    if not own:
        return console.text("came with Xiaoban", "随小伴附带")
    voices = console.text(f"{facts.clips} clips", f"{facts.clips} 段合成")
    return voices + (
        console.text(f", {facts.recordings} recordings", f"，{facts.recordings} 段录音")
        if facts.recordings
        else ""
    )


class Bars:
    """A bar for each stage of a training; on no terminal, a line when one begins."""

    def __init__(self, bars: Progress | None, quiet: bool) -> None:
        self._bars = bars
        self._quiet = quiet
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        """A new bar; the one before is full."""
        if self._bars is not None:
            self._task = self._bars.add_task(console.text(*STAGES[name]), total=total)
        elif not self._quiet:
            console.say(f"{STAGES[name][0]}…", f"{STAGES[name][1]}…")

    def advance(self) -> None:
        """Move the bar."""
        if self._bars is not None and self._task is not None:
            self._bars.advance(self._task)


@contextmanager
def _bars(json: bool) -> Iterator[Bars]:
    if not console.people().is_terminal:
        yield Bars(None, json)
        return
    with console.steps() as bars:
        yield Bars(bars, json)
