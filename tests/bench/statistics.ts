/** The value below which the given share of the sample lies, between neighbours by proportion. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

/** How far the median itself may be off: half the 95 % interval of a median, estimated from the quartiles. */
export function noiseOfMedian(sample: readonly number[]): number {
  const spread = quantile(sample, 0.75) - quantile(sample, 0.25);
  // The standard error of a median is 1.253 sigma / sqrt(n), and sigma is the quartiles' distance / 1.349.
  return (1.96 * 1.253 * spread) / 1.349 / Math.sqrt(sample.length);
}
