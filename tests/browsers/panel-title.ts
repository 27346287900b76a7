/** As given to `devtools.panels.create`. */
export const panelTitle = 'CORS';
export const panelPath = '/src/panel/panel.html';
