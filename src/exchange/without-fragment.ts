/** An address as it goes over the wire, and as requests to it are compared. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
