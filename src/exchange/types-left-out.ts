/** Loads that CORS never decides about: they are no part of the log. */
export const typesLeftOut: readonly string[] = ['main_frame', 'sub_frame', 'websocket', 'csp_report'];
