/** One field of an interface, as its source documents it. */
export interface FieldDoc {
  readonly name: string;
  /** The doc comment in one line of Markdown; empty where there is none. */
  readonly text: string;
}

/** The fields of an exported interface in the source of a module, in order. Throws when it has no such interface. */
export function fieldDocs(source: string, interfaceName: string): FieldDoc[] {
  const [, body] = new RegExp(`^export interface ${interfaceName} \\{$(.*?)^\\}$`, 'ms').exec(source) ?? [];
  if (body === undefined) throw new Error(`No interface ${interfaceName} here`);
  const field = /(?:^ {2}\/\*\*(.*?)\*\/\n)?^ {2}readonly (\w+):/gms;
  return [...body.matchAll(field)].map(([, comment = '', name = '']) => ({ name, text: oneLine(comment) }));
}

function oneLine(comment: string): string {
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
