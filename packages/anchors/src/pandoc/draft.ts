import type { Anchor } from '../anchor.ts';

/** An anchor whose id may still have to be made: of `slug`, where `id` is null. */
export interface Draft extends Omit<Anchor, 'id'> {
  readonly id: string | null;
  readonly slug: string;
}

/** An anchor without text. */
export const bareDraft = (id: string, line: number): Draft => ({ id, slug: '', text: '', level: null, line });
