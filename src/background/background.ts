import { listenForDevTools } from './listen-for-devtools.ts';
import { serveAccess } from './serve-access.ts';

listenForDevTools();
serveAccess();
