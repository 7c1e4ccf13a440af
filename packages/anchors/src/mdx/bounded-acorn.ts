import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';

/** MDX parses an expression again at each brace that may end it. All the attempts on a page have these UTF-16 code units. */
const BUDGET = 50_000_000;

/** micromark takes an error of the parser for a reason to try the next brace. This one it cannot even look at. */
class TooMuch {
  get pos(): never {
    throw new RangeError('its JavaScript takes too long to read');
  }
}

const JavaScript = Parser.extend(acornJsx());

/** The parser of JavaScript that MDX uses by itself, with an end to the work that one page may ask of it. */
export function boundedAcorn(): Pick<typeof Parser, 'parse' | 'parseExpressionAt'> {
  let left = BUDGET;
  const spend = (text: string): void => {
    left -= text.length;
    if (left < 0) throw new TooMuch();
  };
  return {
    parse(text, options) {
      spend(text);
      return JavaScript.parse(text, options);
    },
    parseExpressionAt(text, at, options) {
      spend(text);
      return JavaScript.parseExpressionAt(text, at, options);
    },
  };
}
