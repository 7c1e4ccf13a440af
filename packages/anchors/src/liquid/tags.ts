import {
  Tag,
  TypeGuards,
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { PlacedOutput } from './placed-output.ts';

/** `{% raw %}`: what is in it stays as it is, and where it is. */
export class RawTag extends Tag {
  readonly #tokens: readonly TopLevelToken[];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    this.#tokens = takeUpTo('endraw', token, rest);
  }

  override render(_context: Context, emitter: Emitter): void {
    for (const token of this.#tokens) {
      if (emitter instanceof PlacedOutput) emitter.copy(token.getText(), token.begin);
      else emitter.write(token.getText());
    }
  }
}

/** `{% highlight language %}` of Jekyll: a block of HTML with the code in it, as many lines as that has. */
export class HighlightTag extends Tag {
  readonly #templates: readonly Template[];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    this.#templates = parser.parseTokens(takeUpTo('endhighlight', token, rest));
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown> {
    const code = yield this.liquid.renderer.renderTemplates([...this.#templates], context);
    const escaped = String(code).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    emitter.write(`<figure class="highlight"><pre><code>${escaped.trim()}</code></pre></figure>`);
  }
}

function takeUpTo(name: string, opening: TagToken, rest: TopLevelToken[]): TopLevelToken[] {
  const end = rest.findIndex((token) => TypeGuards.isTagToken(token) && token.name === name);
  if (end >= 0) return rest.splice(0, end + 1).slice(0, -1);
  rest.length = 0;
  throw new Error(`tag ${opening.getText()} not closed`);
}
