"""Makes the exported models beside this file: untrained, tiny, of fixed seed. Needs torch and onnx; run it in this folder.

Each folder has expected.json: what PyTorch gives for a few fixed images and latent points.
"""
import json
import pathlib
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent


class Two(nn.Module):
    def __init__(self, body, first, second, after=nn.Identity()):
        super().__init__()
        self.body, self.first, self.second, self.after = body, first, second, after

    def forward(self, x):
        h = self.body(x)
        return self.first(h), self.after(self.second(h))


def export(name, encoder, decoder, shape, latent_shape, names, dynamic=True, dynamo=False, side=None):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    encoder.eval(), decoder.eval()
    x = torch.rand(3, *shape)
    z = torch.randn(3, *latent_shape)
    (xi, eo), (zi, do) = names
    for part, module, value, i, o in (("encoder", encoder, x, xi, eo), ("decoder", decoder, z, zi, [do])):
        kw = dict(dynamo=False, dynamic_axes={n: {0: "n"} for n in [i, *o]} if dynamic else None)
        if dynamo:
            kw = dict(dynamo=True, dynamic_shapes=({0: torch.export.Dim("n")},))
        torch.onnx.export(module, (value if dynamic else value[:1],), str(folder / f"{part}.onnx"), input_names=[i], output_names=o, **kw)
    with torch.no_grad():
        first, *second = encoder(x)  if isinstance(encoder(x), tuple) else (encoder(x),)
        expected = {
            "images": x.flatten().tolist(),
            "latents": z.flatten().tolist(),
            "first": first.flatten().tolist(),
            "second": second[0].flatten().tolist() if second else None,
            "decoded": decoder(z).flatten().tolist(),
        }
    (folder / "expected.json").write_text(json.dumps({k: v and [round(y, 6) for y in v] for k, v in expected.items()}))
    if side:
        (folder / "model.json").write_text(json.dumps(side))


torch.manual_seed(5)

# Convolutional, grey, planes, ten latent dimensions, logits out, log variance by another name.
export(
    "conv-logits",
    Two(nn.Sequential(nn.Conv2d(1, 4, 4, 2, 1), nn.ReLU(), nn.Conv2d(4, 4, 4, 2, 1), nn.ReLU(), nn.Flatten()), nn.Linear(196, 10), nn.Linear(196, 10)),
    nn.Sequential(nn.Linear(10, 196), nn.ReLU(), nn.Unflatten(1, (4, 7, 7)), nn.ConvTranspose2d(4, 4, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(4, 1, 4, 2, 1)),
    (1, 28, 28), (10,), (("image", ["z_mu", "z_logvar"]), ("latent", "recon_logits")),
)
# Names that tell nothing, sigma by a softplus, grey levels of a raw Gaussian mean.
export(
    "nameless",
    Two(nn.Sequential(nn.Linear(64, 16), nn.Tanh()), nn.Linear(16, 3), nn.Linear(16, 3), nn.Softplus()),
    nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 64)),
    (64,), (3,), (("in", ["out_a", "out_b"]), ("in", "out")),
)
# Colour, one image at a time, latent points as N×d×1×1, tanh.
export(
    "colour-one",
    Two(nn.Sequential(nn.Conv2d(3, 4, 4, 4), nn.ReLU(), nn.Flatten()), nn.Linear(16, 2), nn.Linear(16, 2)),
    nn.Sequential(nn.ConvTranspose2d(2, 4, 2), nn.ReLU(), nn.ConvTranspose2d(4, 3, 4, 4), nn.Tanh()),
    (3, 8, 8), (2, 1, 1), (("x", ["mean", "log_sigma"]), ("z", "x_hat")), dynamic=False, side={"likelihood": "gaussian:0.5"},
)
# One output with both halves, a plain sigmoid, the newer exporter.
export(
    "halves",
    nn.Sequential(nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 4)),
    nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 16), nn.Sigmoid(), nn.Unflatten(1, (4, 4))),
    (16,), (2,), (("x", ["h"]), ("z", "probs")), dynamo=True, side={"spreadIs": "logVariance"},
)
# Images of MNIST's size, in a row, with a decoder whose output is named by nothing.
export(
    "conv-plain",
    Two(nn.Sequential(nn.Unflatten(1, (1, 28, 28)), nn.Conv2d(1, 2, 7, 7), nn.ReLU(), nn.Flatten()), nn.Linear(32, 3), nn.Linear(32, 3)),
    nn.Sequential(nn.Linear(3, 32), nn.ReLU(), nn.Unflatten(1, (2, 4, 4)), nn.ConvTranspose2d(2, 1, 7, 7), nn.Flatten()),
    (784,), (3,), (("x", ["mu", "logvar"]), ("z", "y")),
)
