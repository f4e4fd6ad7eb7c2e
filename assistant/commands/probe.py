"""`xiaoban probe`: one stage alone."""

import typer

from assistant import console
from assistant.commands.probe_intent import intent
from assistant.commands.probe_sound import asr, vad, wake
from assistant.commands.probe_speech import tts
from assistant.commands.probe_words import say_as_command, when_command

app = typer.Typer(rich_markup_mode=None)
meaning = console.text("What requests mean, without doing it.", "请求的意思，但不执行。")
app.command("wake", help=console.text("Wake words in recordings.", "录音里的唤醒词。"))(wake)
app.command("vad", help=console.text("Speech and its ends in recordings.", "录音里的说话和结束。"))(vad)
app.command("asr", help=console.text("The words in recordings.", "录音里说了什么。"))(asr)
app.command("intent", help=meaning)(intent)
app.command("tts", help=console.text("Speak a text into a file.", "把文字念成声音文件。"))(tts)
app.command("say-as", help=console.text("A text as the voice is given it.", "念出来的文字。"))(say_as_command)
app.command("when", help=console.text("What a text says about time.", "文字里的时间。"))(when_command)
