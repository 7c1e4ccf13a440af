/** Stands for what only running the configuration would tell. */
export const UNREAD: unique symbol = Symbol('unread');

/** A call whose function is not known: `starlight({ title: 'x' })` in a list of integrations. */
export interface StaticCall {
  /** The function as written, without spaces: `starlight`, `require.resolve`. */
  readonly call: string;
  /** Values as far as they can be read; null in the place of one that cannot. */
  readonly arguments: readonly unknown[];
}

/** A name in a list or among arguments that is bound elsewhere: a plugin that was imported. */
export interface StaticName {
  /** As written: `remarkMath`, `plugins.slug`. */
  readonly name: string;
}

/** Whether a value is an object with keys, as a configuration is: no array, no call. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isCall(value);
}

/** Whether a value of a configuration that was read stands for a call. */
export function isCall(value: unknown): value is StaticCall {
  return (
    typeof value === 'object' &&
    value !== null &&
    'call' in value &&
    'arguments' in value &&
    Array.isArray(value.arguments)
  );
}
