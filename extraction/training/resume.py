"""The shipped weights put back into the network that is trained, so that training goes on from them.

`export` keeps most weights under their names. The encoder's matrices and those of keys and values are found by the bias
that is added to their product, and the vectors of segments by their shape; matrices are made whole from their 8 bits.
"""

from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper

from extraction.network import Floats
from extraction.training.network import SEGMENTS, TrainedNetwork

PARTS = {
    "encoder.onnx": ("encoder.", "encoder."),
    "names.onnx": ("names.", "names."),
    "pairs.onnx": ("head.", "pairs."),
}
"""The files, with how names begin in them and in the network."""


def resume(network: TrainedNetwork, folder: Path) -> None:
    """Give the network the weights in a folder that `export` wrote.

    Raises:
        FileNotFoundError: a file is missing.
        ValueError: the weights are not those of such a network.
    """
    wanted = network.state_dict()
    found: dict[str, Floats] = {}
    for file, (prefix, own) in PARTS.items():
        weights = _weights(onnx.load(folder / file))
        found |= {own + name.removeprefix(prefix): values for name, values in weights.items()}
    segments = wanted["pairs.segments.weight"]
    shape = (network.pairs.heads, SEGMENTS, segments.shape[1] // network.pairs.heads)
    shifts = [values for values in found.values() if values.shape == shape]
    if shifts:
        found["pairs.segments.weight"] = shifts[0].transpose(1, 0, 2).reshape(SEGMENTS, -1)
    wrong = sorted(name for name, one in wanted.items() if name not in found or found[name].shape != tuple(one.shape))
    if wrong:
        raise ValueError(f"{folder} has no weights for {', '.join(wrong)}; train anew with `make train`")
    network.load_state_dict({name: torch.tensor(numpy.array(found[name])) for name in wanted})


def _weights(model: onnx.ModelProto) -> dict[str, Floats]:
    """The weights by their names in the network that was exported, with what has no such name under its own."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    products: dict[str, Floats] = {}
    for node in model.graph.node:
        if node.op_type == "DequantizeLinear":
            packed, scales = (raw[name] for name in node.input[:2])
            axis = next(attribute.i for attribute in node.attribute if attribute.name == "axis")
            raw[node.output[0]] = packed.astype(numpy.float32) * (scales[:, None] if axis == 0 else scales[None])
        elif node.op_type == "MatMul" and node.input[1] in raw:
            products[node.output[0]] = raw[node.input[1]].T
        elif node.op_type == "Add":
            for product, bias in (tuple(node.input), tuple(node.input)[::-1]):
                if product in products and bias.endswith(".bias"):
                    raw[f"{bias.removesuffix('bias')}weight"] = products[product]
    return raw
