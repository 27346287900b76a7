/** `Access-Control-Allow-Origin` of `access-control-allow-origin`: header names as people write them. */
export function titled(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
