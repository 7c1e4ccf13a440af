import type { Reading } from '@mxg/model';
import type { Config } from './config.ts';

const SET =
  /^[ \t]*(?:context\.)?set[ \t(]+:(\w{1,60}),[ \t]*(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|:(\w{1,60})|(true|false)\b)/gm;
const ACTIVATE = /^[ \t]*activate[ \t(]+:(\w{1,60})/gm;

/**
 * Reads what a Middleman `config.rb` says plainly, without running it: `set :name, 'value'`, the names that are activated, and whether the
 * Technical Documentation Template of the UK's government is in use. Never throws.
 */
export function readMiddlemanRb(text: string): Reading<Config> {
  const settings = [...text.matchAll(SET)].map(([, name = '', double, single, symbol, flag]) => {
    return [name, flag === undefined ? (double ?? single ?? symbol ?? '') : flag === 'true'] as const;
  });
  const value = {
    ...Object.fromEntries(settings),
    activate: [...text.matchAll(ACTIVATE)].map(([, name]) => name),
    techDocs: text.includes('GovukTechDocs'),
    withTocData: /\bwith_toc_data:[ \t]*true\b|:with_toc_data[ \t]*=>[ \t]*true\b/.test(text),
  };
  return { value, diagnostics: [] };
}
