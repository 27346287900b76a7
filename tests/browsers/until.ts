/**
 * Asks again and again until there is an answer other than undefined.
 *
 * @param what named in the error when the time is up
 * @param patience milliseconds
 */
export async function until<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  what: string,
  patience = 15_000,
): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((wake) => setTimeout(wake, 40))) {
    const value = await probe();
    if (value !== undefined) return value;
  }
  throw new Error(`waited in vain for ${what}`);
}
