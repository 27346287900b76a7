/** Milliseconds between two pings. A background without events ends after 30 seconds; a message is an event. */
export const pingEvery = 20_000;

/** Milliseconds before a background is called again that was gone before it answered the first call. */
export const patience = 500;
