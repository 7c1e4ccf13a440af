import { spawnSync } from 'node:child_process';
import { Bench } from 'tinybench';

/**
 * Measures tasks in turn, round after round, so that a slow stretch of the machine meets all of them alike. A sample is the mean
 * of `repeat` calls: the work of the collector belongs to it, and comes with every few calls of a short task only. What a task
 * gave last is held, as whoever asked for it would; the collector is never called between samples. (Both would throw away the
 * machine code of short-lived shapes, and make everything two to five times slower than it is.)
 * @param tasks functions by name; timed, unless one gives `{ overriddenDuration }`
 * @returns a list of `[name, samples]`, a sample a round; ms, or what the tasks give
 */
export function race(tasks, { warmup, rounds, repeat = 1 }) {
  const held = new Map();
  const bench = new Bench({ time: 0, iterations: 1, warmup: false, retainSamples: true, throws: true });
  for (const [name, task] of Object.entries(tasks)) {
    bench.add(name, () => {
      for (let i = 0; i < repeat; i++) held.set(name, task());
      return held.get(name);
    });
  }
  const samples = bench.tasks.map(({ name }) => [name, []]);
  for (let round = -warmup; round < rounds; round++) {
    bench.reset();
    bench.runSync();
    if (round < 0) continue;
    bench.tasks.forEach(({ result }, i) => samples[i][1].push(result.latency.samples[0] / repeat));
  }
  return samples;
}

/** A task: a process of node from its start to its end, with one of the exit codes that mean that it did its work. */
export const nodeProcess =
  (args, cwd, accepted = [0]) =>
  () => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, maxBuffer: 1 << 30 });
    if (!accepted.includes(status)) throw new Error(`\`node ${args.join(' ')}\` exits with ${status}: ${stderr}`);
  };

/** The MB of heap that stay for what `make` gives, all else collected, in place of a time. */
export function heapKept(make) {
  const before = heapUsed();
  const holder = { made: make() };
  const kept = heapUsed() - before;
  holder.made = null;
  return { overriddenDuration: kept / 1e6 };
}

function heapUsed() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

export const medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
