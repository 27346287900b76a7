/** A time in whole seconds, written so that it can be read. */
export function seconds({ hours = 0, minutes = 0 }: { readonly hours?: number; readonly minutes?: number }): number {
  return (hours * 60 + minutes) * 60;
}
