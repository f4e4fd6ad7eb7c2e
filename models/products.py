"""Quantised convolutions over time as products of matrices: the same numbers in half the time.

onnxruntime multiplies unsigned by signed bytes with the instructions that processors have for it (VNNI, AMX,
ARM's dot product), but runs `ConvInteger`, which it feeds unsigned bytes only, without them. A convolution of
one dimension is one such product once each moment is laid out together with its neighbours (Chellapilla,
Puri and Simard 2006), and the weights are moved from 0…255 to -128…127.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime  # type: ignore[import-untyped]  # publishes no types
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

_CENTRE = 128
"""From unsigned bytes to signed ones."""
_EVERYTHING = 2**60
"""Where a slice ends that ends nowhere."""


@dataclass(frozen=True, slots=True)
class _Convolution:
    """A quantised convolution along the last axis that leaves its length as it is."""

    node: NodeProto
    weights: NDArray[np.uint8]
    """(out, in, taps)."""
    zero: int
    dilation: int
    pads: tuple[int, int]

    def nodes(self) -> Iterator[NodeProto]:
        """The product in its place: in, (1, in, time); out, (1, out, time)."""
        sound, _, zero, _ = self.node.input
        yield self._node("Transpose", [sound], "turned", perm=[0, 2, 1])
        yield from self._neighbours(zero)
        yield self._node("MatMulInteger", [self._name("beside"), self._name("w"), zero, self._name("z")], "y")
        yield helper.make_node("Transpose", [self._name("y")], list(self.node.output), perm=[0, 2, 1])

    def _neighbours(self, zero: str) -> Iterator[NodeProto]:
        """Each moment beside those that the taps reach."""
        yield self._node("Pad", [self._name("turned"), self._name("pads"), zero], "padded")
        for tap in range(self._taps):
            bounds = [self._name(f"{edge}{tap}") for edge in ("from", "to")]
            yield self._node("Slice", [self._name("padded"), *bounds, self._name("time")], f"tap{tap}")
        yield self._node("Concat", [self._name(f"tap{tap}") for tap in range(self._taps)], "beside", axis=2)

    def constants(self) -> Iterator[TensorProto]:
        """What the nodes read."""
        out = self.weights.shape[0]
        signed = (self.weights.astype(np.int16) - _CENTRE).astype(np.int8)
        before, after = self.pads
        yield self._constant(np.ascontiguousarray(signed.transpose(2, 1, 0).reshape(-1, out)), "w")
        yield self._constant(np.array(self.zero - _CENTRE, dtype=np.int8), "z")
        yield self._constant(np.array([0, before, 0, 0, after, 0]), "pads")
        yield self._constant(np.array([1]), "time")
        for tap in range(self._taps):
            left_out = (self._taps - 1 - tap) * self.dilation
            yield self._constant(np.array([tap * self.dilation]), f"from{tap}")
            yield self._constant(np.array([-left_out or _EVERYTHING]), f"to{tap}")

    @property
    def _taps(self) -> int:
        return int(self.weights.shape[2])

    def _node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> NodeProto:
        return helper.make_node(kind, inputs, [self._name(output)], **attributes)

    def _constant(self, value: NDArray[np.generic], name: str) -> TensorProto:
        return numpy_helper.from_array(value, self._name(name))

    def _name(self, part: str) -> str:
        return f"{self.node.output[0]}/{part}"


@dataclass(frozen=True)
class _Network:
    """A network's nodes and constants."""

    proto: ModelProto

    @cached_property
    def constants(self) -> dict[str, TensorProto]:
        """By name."""
        return {each.name: each for each in self.proto.graph.initializer}

    def convolution(self, node: NodeProto) -> _Convolution | None:
        """The node as one that can be a product."""
        if node.op_type != "ConvInteger" or not all(node.input[nth] in self.constants for nth in (1, 3)):
            return None
        weights, zero = (numpy_helper.to_array(self.constants[node.input[nth]]) for nth in (1, 3))
        told = {each.name: helper.get_attribute_value(each) for each in node.attribute}
        if weights.ndim != 3 or weights.dtype != np.uint8 or zero.size != 1 or told.get("group", 1) != 1:
            return None
        dilation, pads = told.get("dilations", [1])[0], tuple(told.get("pads", [0, 0]))
        keeps = told.get("strides", [1])[0] == 1 and sum(pads) == dilation * (weights.shape[2] - 1)
        return _Convolution(node, weights, int(zero.item()), dilation, pads) if keeps else None

    def hold(self, nodes: Iterable[NodeProto], constants: Iterable[TensorProto]) -> None:
        """Have these nodes, and of the constants what they read."""
        graph, kept = self.proto.graph, list(nodes)
        read = {name for node in kept for name in node.input}
        held = [each for each in (*self.constants.values(), *constants) if each.name in read]
        del graph.node[:], graph.initializer[:]
        graph.node.extend(kept)
        graph.initializer.extend(held)


def as_products(model: Path) -> bytes:
    """The network with its quantised convolutions as products, where this processor's are exact.

    :raises OSError: the file cannot be read.
    :raises ValueError: it is no network.
    """
    if not are_exact():
        return model.read_bytes()
    try:
        network = _Network(onnx.load(model))
    except DecodeError as problem:
        raise ValueError(str(problem)) from problem
    found = [(node, network.convolution(node)) for node in network.proto.graph.node]
    nodes = [each for node, product in found for each in (product.nodes() if product else [node])]
    constants = [each for _, product in found if product for each in product.constants()]
    network.hold(nodes, constants)
    return bytes(network.proto.SerializeToString())


def are_exact() -> bool:
    """Whether products of unsigned and signed bytes are: old processors cut off what 16 bits cannot hold."""
    most, depth = 255 * 127, 64
    weights = numpy_helper.from_array(np.full((depth, 16), 127, dtype=np.int8), "w")
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["x", "w"], ["y"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, ["n", depth])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, ["n", 16])],
        [weights],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    runs = onnxruntime.InferenceSession(made.SerializeToString(), providers=["CPUExecutionProvider"])
    (found,) = runs.run(None, {"x": np.full((8, depth), 255, dtype=np.uint8)})
    return bool(np.all(found == most * depth))
