/** Letters of other alphabets that look like Latin ones; the pairs that host names are mistaken by, not all of Unicode. */
const latinLookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  в: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  є: 'e',
  ε: 'e',
  ɡ: 'g',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ј: 'j',
  κ: 'k',
  к: 'k',
  ⅼ: 'l',
  ӏ: 'l',
  м: 'm',
  ո: 'n',
  η: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ս: 'u',
  ν: 'v',
  ѵ: 'v',
  ѡ: 'w',
  ω: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
};

/** What a host name looks like at a glance: two names with the same look are easily taken for one another. */
export function look(host: string): string {
  return Array.from(host.normalize('NFKC').toLowerCase(), (letter) => latinLookAlikes[letter] ?? letter)
    .join('')
    .replaceAll('0', 'o')
    .replace(/[1|!]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l');
}

/** A host name as browsers write it in an origin: lower case, ASCII; null where it is no host name. */
export function asciiHost(host: string): string | null {
  const url = `https://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
