/** Visible ASCII, with spaces and tabs only in between: what every browser and server takes as it is. */
const fieldValue = /^[!-~](?:[\t -~]*[!-~])?$/;

/**
 * Whether a rule may set a header to this value.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5
 */
export function isFieldValue(value: string): boolean {
  return fieldValue.test(value);
}
