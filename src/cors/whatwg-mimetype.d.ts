// The published types describe version 3; this is what version 5 exports and this project uses.
declare module 'whatwg-mimetype' {
  export class MIMEType {
    static parse(value: string): MIMEType | null;
    readonly essence: string;
  }
}
