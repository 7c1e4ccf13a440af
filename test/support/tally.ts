import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with the counts on a line of their own, for programs that read it. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const counted = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const failed = counted('failed') + broken + errors.length;
    setImmediate(() => console.log(`${counted('passed')} passed, ${failed} failed, ${counted('skipped')} skipped`));
  }
}
