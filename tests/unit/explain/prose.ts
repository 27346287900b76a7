import { plainText, type RichText } from '../../../src/explain/rich-text.ts';

/** What is wrong with a piece of product text, in words; empty where nothing is. */
export function proseFaults(text: RichText | string, kind: 'sentences' | 'heading' | 'label'): string[] {
  const plain = typeof text === 'string' ? text : plainText(text);
  // A value may look like anything: only our own words are held to the rules.
  const own = typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : '`')).join('');
  const rules: [fault: string, broken: boolean][] = [
    ['is empty', plain.trim() === ''],
    ['has an em dash', /[—–]/.test(own)],
    [
      'leaks an empty parameter',
      /\b(undefined|NaN|\[object)\b/.test(own) || (typeof text !== 'string' && /\bnull\b/.test(own)),
    ],
    ['has a doubled space', / {2}/.test(own)],
    ['has a space before its punctuation', / [.,:;](\s|$)/.test(own)],
    ['has doubled punctuation', /[.,;]{2}/.test(own)],
    ['does not begin with a capital', /^[a-z]/.test(own)],
    ['does not end with a full stop', kind === 'sentences' && !/\.$/.test(own)],
    ['ends with a full stop', kind !== 'sentences' && /\.$/.test(own)],
    [
      'quotes nothing',
      typeof text !== 'string' && text.some((part) => typeof part !== 'string' && plainText([part]) === ''),
    ],
    ['advises no-cors', /use (the mode )?no-cors|mode to 'no-cors'/i.test(plain)],
    ['is longer than a sentence should be', own.split(/(?<=[.?]) /).some((sentence) => sentence.length > 190)],
  ];
  return rules.filter(([, broken]) => broken).map(([fault]) => `"${plain}" ${fault}`);
}
