"""The loop that both stages of training share: schedule, repeatable noise, checkpoints, progress.

A stage says what an epoch is made of, how an item becomes a batch and how its losses are weighted; everything here is the same for both. Seeds are
set per epoch and per step, so a run that was interrupted goes on with the batches and the noise that it would have had.
"""
import dataclasses
import os
import random
import time
from typing import Any, Callable

import numpy as np
import torch


@dataclasses.dataclass
class Stage:
    model: torch.nn.Module
    encode: Callable[[dict], torch.Tensor]               # batch → (B, T, H)
    optimisers: list
    epoch: Callable[[random.Random], list]               # shuffled work items
    batch: Callable[[Any, int, np.random.Generator], dict]   # item, step, noise
    loss_weights: dict                                   # by name of loss
    counts: Callable[[dict, str], float]                 # batch, name of loss → cases that it is summed over
    parts: tuple                                         # losses to print


@dataclasses.dataclass
class Schedule:
    """The learning rate falls linearly to 0 over `steps` if set (repeatable), else over `minutes` of wall-clock time."""
    minutes: float
    steps: int
    warmup_steps: int
    stop: int = 0                                        # ends early after so many steps; 0: never

    def done(self, step, spent):
        return step / self.steps if self.steps else spent / (self.minutes * 60)

    def is_over(self, step, spent):
        return self.done(step, spent) >= 1 or bool(self.stop and step >= self.stop)

    def factor(self, step, spent):
        return min(1.0, (step + 1) / self.warmup_steps) * max(0.0, 1 - self.done(step, spent))


class Progress:
    """Mean losses since the last line."""

    def __init__(self, stage):
        self.stage, self.shown = stage, time.time()
        self.sums, self.cases = {}, {}

    def add(self, batch, losses):
        for name, value in losses.items():
            self.sums[name] = self.sums.get(name, 0.0) + float(value.detach())
            self.cases[name] = self.cases.get(name, 0) + self.stage.counts(batch, name)

    def line(self):
        text = " ".join(f"{k} {self.sums.get(k, 0) / max(1, self.cases.get(k, 0)):.3f}" for k in self.stage.parts)
        text += f" {(time.time() - self.shown) / 50:.2f} s threads {torch.get_num_threads()}"
        self.sums, self.cases, self.shown = {}, {}, time.time()
        return text


def pick_threads(t, own):
    """threads = 0: two threads while nobody else computes."""
    if t["threads"]:
        return t["threads"]
    running = int(open("/proc/loadavg").read().split()[3].split("/")[0])
    return 2 if running <= own else 1


def save(path, model, opts, state):
    torch.save(dict(model=model.state_dict(), opts=[o.state_dict() for o in opts], config=model.c, **state), path + ".tmp")
    os.replace(path + ".tmp", path)


def resume(path, stage):
    """(step, epoch, seconds spent, items done of the epoch), zeros where there is no checkpoint."""
    if not os.path.exists(path):
        return 0, 0, 0.0, 0
    ck = torch.load(path, weights_only=False)
    missing = stage.model.load_state_dict(ck["model"], strict=False).missing_keys
    if missing:                     # a head has grown since: its new parts start afresh, and so do the moments
        print("new:", *missing)
    else:
        for o, s in zip(stage.optimisers, ck["opts"]):
            o.load_state_dict(s)
    print(f"resumed at step {ck['step']}, epoch {ck['epoch']}, {ck['spent'] / 60:.1f} min", flush=True)
    return ck["step"], ck["epoch"], ck["spent"], ck["in_epoch"]


def update(stage, batch, t, factor, bases):
    """One step of all optimisers; the losses by name."""
    for o, base in zip(stage.optimisers, bases):
        for g, lr in zip(o.param_groups, base):
            g["lr"] = lr * factor
    stage.model.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=t["bf16"]):
        x = stage.encode(batch)
    losses = stage.model.losses(batch, x)
    loss = sum(stage.loss_weights[k] * v for k, v in losses.items()) / len(batch["first"])
    for o in stage.optimisers:
        o.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([q for g in stage.optimisers[0].param_groups for q in g["params"]], t["clip"])
    for o in stage.optimisers:
        o.step()
    return losses


def train(stage, schedule, config, work, keep=False):
    """Trains until the schedule is over; `work`/ckpt holds last.pt to go on from and, at the end, final.pt.

    keep: the model at each checkpoint stays beside the last as ckpt/STEP.pt, to be averaged.
    """
    t, folder = config["training"], os.path.join(work, "ckpt")
    bases = [[g["lr"] for g in o.param_groups] for o in stage.optimisers]
    last = os.path.join(folder, "last.pt")
    step, epoch, spent, skip = resume(last, stage)
    begun, saved, progress = time.time() - spent, time.time(), Progress(stage)

    def checkpoint(in_epoch):
        save(last, stage.model, stage.optimisers, dict(step=step, epoch=epoch, spent=time.time() - begun, in_epoch=in_epoch))

    while not schedule.is_over(step, time.time() - begun):
        items = stage.epoch(random.Random(config["seed"] * 1000 + epoch))
        print(f"epoch {epoch}: {len(items)} batches", flush=True)
        for index in range(skip, len(items)):
            spent = time.time() - begun
            if schedule.is_over(step, spent):
                checkpoint(index)
                break
            if step % 10 == 0:
                torch.set_num_threads(pick_threads(t, torch.get_num_threads()))
            torch.manual_seed(config["seed"] + step)
            batch = stage.batch(items[index], step, np.random.default_rng(config["seed"] * 100003 + step))
            factor = schedule.factor(step, spent)
            progress.add(batch, update(stage, batch, t, factor, bases))
            step += 1
            if step % 50 == 0 or step in (5, 10, 20, 30):
                print(f"step {step} epoch {epoch} {index}/{len(items)} {spent / 60:.1f} min lr {factor:.3f} {progress.line()}", flush=True)
            if time.time() - saved > t["checkpoint_minutes"] * 60:
                checkpoint(index + 1)
                if keep:
                    save(os.path.join(folder, f"{step}.pt"), stage.model, [], dict(step=step, epoch=epoch))
                saved = time.time()
        else:
            epoch, skip = epoch + 1, 0
            checkpoint(0)
            saved = time.time()
    save(os.path.join(folder, "final.pt"), stage.model, [], dict(step=step, epoch=epoch))
    print("done", flush=True)
