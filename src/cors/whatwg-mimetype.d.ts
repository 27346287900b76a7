// The published types describe version 3; this is what version 5 exports and this project uses.
declare module 'whatwg-mimetype/lib/parser.js' {
  /** Parses a MIME type. @see https://mimesniff.spec.whatwg.org/#parsing-a-mime-type */
  // biome-ignore lint/style/noDefaultExport: a CommonJS module has no other
  export default function parse(input: string): { readonly type: string; readonly subtype: string } | null;
}
