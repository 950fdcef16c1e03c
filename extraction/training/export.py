"""The trained network as ONNX files: the encoder for one text, and the heads for what is asked of a text.

Weights of matrices are kept in 8 bits, with a scale for each output, and are made whole again when they are loaded: the
arithmetic stays that of 32 bits, and so the answers are the same on every processor but for the last digits.
"""

import tempfile
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from extraction.training.network import Encoder, TrainedNetwork

LARGE = 10_000
"""Numbers from which a matrix is kept in 8 bits."""
PRODUCER = "veille"


class _OneText(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        return self.encoder(ids[None], marks[None], torch.ones_like(ids[None], dtype=torch.bool))[0]


class _OneTextHead(nn.Module):
    def __init__(self, network: TrainedNetwork) -> None:
        super().__init__()
        self.head = network.pairs

    def forward(
        self, states: Tensor, left: Tensor, right: Tensor, segments: Tensor, kinds: Tensor, flags: Tensor, votes: Tensor
    ) -> Tensor:
        return self.head(states[None], left, right, segments, kinds, flags, votes)


class _OneTextNamer(nn.Module):
    def __init__(self, network: TrainedNetwork) -> None:
        super().__init__()
        self.names = network.names

    def forward(self, states: Tensor, edges: Tensor) -> Tensor:
        return self.names(states[None], torch.zeros_like(edges[:, 0]), edges)


def export(network: TrainedNetwork, folder: Path, *, classes: int) -> None:
    """Write `encoder.onnx`, `pairs.onnx` and `names.onnx`."""
    network.eval()
    pieces, pairs = torch.export.Dim("pieces", min=3, max=511), torch.export.Dim("pairs", min=2, max=65_536)
    length, width = 20, network.encoder.words.embedding_dim
    ids = torch.arange(4, 4 + length)
    _write(
        _OneText(network.encoder), (ids, torch.zeros_like(ids)), folder / "encoder.onnx", ["ids", "marks"], "states",
        ({0: pieces}, {0: pieces}),
    )  # fmt: skip
    count = 3
    numbers = torch.zeros((count, length), dtype=torch.long)
    example = (
        torch.randn(length, width), torch.ones(count, length), torch.ones(count, length), numbers,
        torch.zeros((count, 2), dtype=torch.long), torch.zeros(count, 4), torch.zeros(count, classes),
    )  # fmt: skip
    each = {0: pairs, 1: pieces}
    _write(
        _OneTextHead(network), example, folder / "pairs.onnx",
        ["states", "left", "right", "segments", "kinds", "flags", "votes"], "odds",
        ({0: pieces}, each, each, each, {0: pairs}, {0: pairs}, {0: pairs}),
    )  # fmt: skip
    _write(
        _OneTextNamer(network), (torch.randn(length, width), torch.tensor([[1, 2], [4, 4], [7, 9]])),
        folder / "names.onnx", ["states", "edges"], "odds", ({0: pieces}, {0: pairs}),
    )  # fmt: skip


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    output: str,
    shapes: tuple[object, ...],
) -> None:
    module.eval()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        torch.onnx.export(
            module, example, whole, input_names=inputs, output_names=[output], dynamic_shapes=shapes, dynamo=True,
            external_data=False, verbose=False,
        )  # fmt: skip
        model = onnx.load(whole)
    _pack(model)
    model.producer_name, model.producer_version, model.doc_string = PRODUCER, "", ""
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(model, path)


def _pack(model: onnx.ModelProto) -> None:
    """Put the large matrices in 8 bits, each column (or row of a table of vectors) with its own scale."""
    tables = {node.input[0] for node in model.graph.node if node.op_type == "Gather"}
    kept, nodes = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.ndim != 2 or values.dtype != numpy.float32 or values.size < LARGE:
            kept.append(tensor)
            continue
        axis = 0 if tensor.name in tables else 1
        scales = numpy.maximum(numpy.abs(values).max(axis=1 - axis), 1e-12) / 127
        spread = scales[:, None] if axis == 0 else scales[None]
        packed = numpy.round(values / spread).astype(numpy.int8)
        kept.append(
            helper.make_tensor(f"{tensor.name}.packed", TensorProto.INT8, packed.shape, packed.tobytes(), raw=True)
        )
        kept.append(numpy_helper.from_array(scales.astype(numpy.float32), f"{tensor.name}.scales"))
        names = [f"{tensor.name}.packed", f"{tensor.name}.scales"]
        nodes.append(helper.make_node("DequantizeLinear", names, [tensor.name], axis=axis))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    rest = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*nodes, *rest])
    infos = [info for info in model.graph.value_info if not any(info.name == node.output[0] for node in nodes)]
    del model.graph.value_info[:]
    model.graph.value_info.extend(infos)
