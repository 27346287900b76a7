/** The id of the heading of the detail view, to which Enter in the list leads. */
export const headlineId = 'verdict-headline';
