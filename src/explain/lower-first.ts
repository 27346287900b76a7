/**
 * A label as it reads behind other words: "No preflight" becomes "no preflight". A header's name and an abbreviation keep
 * their capitals.
 */
export function lowerFirst(label: string): string {
  const [word = ''] = label.split(/[\s:]/, 1);
  return /[A-Z]/.test(word.slice(1)) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
