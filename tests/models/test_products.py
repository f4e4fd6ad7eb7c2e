"""Quantised convolutions as products of matrices: not one number differs."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from models.products import are_exact, as_products

pytestmark = pytest.mark.skipif(not are_exact(), reason="this processor has no exact products of bytes")


def network(weights: np.ndarray, zero: int, dilation: int, pads: Sequence[int], stride: int = 1) -> bytes:
    """One convolution of float sound, quantised as it comes."""
    out, inside, taps = weights.shape
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "scale", "zero"]),
        helper.make_node(
            "ConvInteger", ["q", "w", "zero", "wz"], ["y"],
            kernel_shape=[taps], dilations=[dilation], pads=list(pads), strides=[stride],
        ),
    ]  # fmt: skip
    graph = helper.make_graph(
        nodes,
        "convolution",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, inside, "time"])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [1, out, "long"])],
        [numpy_helper.from_array(weights, "w"), numpy_helper.from_array(np.array(zero, np.uint8), "wz")],
    )
    opset = [helper.make_opsetid("", 13)]
    return bytes(helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString())


def run(model: bytes, sound: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"x": sound})[0])


def kinds(model: bytes) -> set[str]:
    return {node.op_type for node in onnx.load_from_string(model).graph.node}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chance=st.integers(0, 2**31).map(np.random.default_rng),
    shape=st.tuples(st.integers(1, 40), st.integers(1, 40), st.integers(1, 11)),
    dilation=st.integers(1, 5),
    length=st.integers(1, 70),
)
def test_every_number_is_the_same(
    tmp_path: Path, chance: np.random.Generator, shape: tuple[int, int, int], dilation: int, length: int
) -> None:
    reach = dilation * (shape[2] - 1)
    before = int(chance.integers(0, reach + 1))
    weights = chance.integers(0, 256, shape).astype(np.uint8)
    plain = network(weights, int(chance.integers(0, 256)), dilation, (before, reach - before))
    (tmp_path / "plain.onnx").write_bytes(plain)
    made = as_products(tmp_path / "plain.onnx")
    sound = chance.normal(size=(1, shape[1], length)).astype(np.float32)
    assert "ConvInteger" not in kinds(made)
    np.testing.assert_array_equal(run(made, sound), run(plain, sound))


def test_what_changes_the_length_stays_a_convolution(tmp_path: Path) -> None:
    weights = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    (tmp_path / "strided.onnx").write_bytes(network(weights, 3, 1, (1, 2), stride=2))
    assert "ConvInteger" in kinds(as_products(tmp_path / "strided.onnx"))


def test_half_a_file_is_no_network(tmp_path: Path) -> None:
    whole = network(np.ones((2, 2, 3), dtype=np.uint8), 0, 1, (1, 1))
    (tmp_path / "half.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=r"."):
        as_products(tmp_path / "half.onnx")
