/** How long the browser may take to read what it saves, in milliseconds. */
const readingTime = 60_000;

/** Has the browser save a text as a file, the way it saves any download. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readingTime);
}
