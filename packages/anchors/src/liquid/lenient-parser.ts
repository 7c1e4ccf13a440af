import {
  Parser,
  Tag,
  TypeGuards,
  type Context,
  type Emitter,
  type Liquid,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { PlacedOutput } from './placed-output.ts';

/** Whose Liquid: that of Ruby (Jekyll), or liquidjs (Eleventy). */
export type Dialect = 'ruby' | 'liquidjs';

type OutputToken = Extract<TopLevelToken, { readonly contentRange: unknown }>;

/** So many tags, outputs and texts are rendered for a page. */
const MOST = 500_000;

/**
 * Reads templates as sites write them: a tag that is not known, an output that cannot be read or that fails is empty, as Ruby's
 * Liquid has it in its lax mode. A block that is never closed is an error there too.
 */
export class LenientParser extends Parser {
  readonly #dialect: Dialect;
  #rendered = 0;

  constructor(liquid: Liquid, dialect: Dialect) {
    super(liquid);
    this.#dialect = dialect;
  }

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    const made = this.#read(token, rest);
    if (TypeGuards.isHTMLToken(token)) return placed(made, token.begin + token.trimLeft, token.getContent());
    return this.#guarded(made);
  }

  #read(token: TopLevelToken, rest: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    const hadRest = rest.length > 0;
    if (this.#dialect === 'ruby' && TypeGuards.isOutputToken(token)) cutToValue(token);
    try {
      return super.parseToken(token, rest);
    } catch (error) {
      if (error instanceof RangeError || (hadRest && rest.length === 0)) throw error;
      return Object.assign(Object.create(Nothing.prototype), { token });
    }
  }

  #guarded<Made extends Template>(made: Made): Made {
    const render = made.render.bind(made);
    const count = (): void => this.#count();
    made.render = function* (context: Context, emitter: Emitter): Generator<unknown> {
      count();
      try {
        return yield render(context, emitter);
      } catch (error) {
        if (String(error).includes('limit exceeded')) throw error;
        return '';
      }
    };
    return made;
  }

  #count(): void {
    this.#rendered += 1;
    if (this.#rendered > MOST) throw new RangeError('template limit exceeded');
  }
}

/**
 * Ruby's outputs have no operators: what stands between the first value and the filters is passed over. Here the filters go too,
 * where there is such a thing.
 */
function cutToValue(token: OutputToken): void {
  const [start, end] = token.contentRange;
  const text = token.input.slice(start, Math.min(end, start + LONGEST_VALUE));
  if (NO_VALUE.test(text)) {
    token.contentRange = [start, start];
    return;
  }
  const value = VALUE.exec(text);
  const after = start + (value?.[0].length ?? 0);
  if (value !== null && NOT_FILTERS.test(token.input.slice(after, after + LONGEST_VALUE).slice(0, end - after)))
    token.contentRange = [start, after];
}

/** Values longer than this are left as they are. */
const LONGEST_VALUE = 10_000;
/** What begins with an operator has no value at all. */
const NO_VALUE = /^\s*[<>=!]/;
const VALUE = /^\s*(?:"[^"]*"|'[^']*'|[^\s,|'"]+)/;
const NOT_FILTERS = /^\s*[^\s|]/;

/** A tag that gives nothing. */
class Nothing extends Tag {
  override render(): void {}
}

function placed<Made extends Template>(made: Made, from: number, text: string): Made {
  made.render = (_context: Context, emitter: Emitter): void => {
    if (emitter instanceof PlacedOutput) emitter.copy(text, from);
    else emitter.write(text);
  };
  return made;
}
