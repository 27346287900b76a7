import type { CurlRequest } from './curl-request.ts';
import { cmdWord, commentText, curlConfigValue, lineFeedVariable, posixWord, type Shell } from './shell-quote.ts';

/** A long option of curl with its value, or a flag. */
type Option = readonly [name: string, value?: string];

/**
 * A request as a curl command that can be pasted into a shell.
 *
 * @param comments one line each, above the command
 */
export function curlCommand(request: CurlRequest, shell: Shell, comments: readonly string[] = []): string {
  const options = [...outputOptions, ...requestOptions(request)];
  switch (shell) {
    case 'posix':
      return [...comments.map((line) => `# ${commentText(line)}`), posixCommand(options)].join('\n');
    case 'cmd':
      return [...comments.map((line) => `rem ${commentText(line)}`), commandLine('curl', options, cmdWord, ' ')].join(
        '\n',
      );
    case 'powershell':
      return [...comments.map((line) => `# ${commentText(line)}`), powershellCommand(options)].join('\n');
  }
}

/** The answer's headers are what it is about. Brackets and braces in a URL mean themselves, and so do dots in its path. */
const outputOptions: readonly Option[] = [['include'], ['globoff'], ['path-as-is']];

function requestOptions({ method, url, headers, body }: CurlRequest): Option[] {
  const options: Option[] = [];
  if (method === 'HEAD') options.push(['head']);
  else if (method !== 'GET' || body !== null) options.push(['request', method]);
  options.push(['url', url]);
  for (const [name, value] of headers) options.push(['header', headerLine(name, value)]);
  if (body !== null) {
    options.push(['data-raw', body]);
    // Else curl would claim a form.
    if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) options.push(['header', 'Content-Type:']);
  }
  return options;
}

/** A line break in a value would begin another header. An empty value is written with a semicolon, or curl would drop the header. */
function headerLine(name: string, value: string): string {
  const oneLine = value.replace(/[\r\n\0]+/g, ' ');
  return oneLine.trim() === '' ? `${name};` : `${name}: ${oneLine}`;
}

function commandLine(
  program: string,
  options: readonly Option[],
  word: (text: string) => string,
  separator: string,
): string {
  const words = options.map(([name, value]) => (value === undefined ? `--${name}` : `--${name} ${word(value)}`));
  const flags = words.filter((_, index) => options[index]?.[1] === undefined);
  const rest = words.filter((_, index) => options[index]?.[1] !== undefined);
  return [[program, ...flags].join(' '), ...rest].join(separator);
}

function posixCommand(options: readonly Option[]): string {
  const command = commandLine('curl', options, posixWord, ' \\\n  ');
  return options.some(([, value]) => value?.includes('\n')) ? `${lineFeedVariable}\n${command}` : command;
}

/**
 * PowerShell's versions hand quotes in arguments on in different ways. What comes through a here-string arrives as it is in all
 * of them.
 */
function powershellCommand(options: readonly Option[]): string {
  const lines = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} = ${curlConfigValue(value)}`],
  );
  const flags = options.flatMap(([name, value]) => (value === undefined ? [`--${name}`] : []));
  return ["@'", ...lines, `'@ | curl.exe ${flags.join(' ')} --config -`].join('\n');
}
