/** A site's configuration as its generator's own parser gives it: plain data, nothing known of it. */
export type Config = Readonly<Record<string, unknown>>;
