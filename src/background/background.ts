import { askFrames } from './ask-frames.ts';
import { listenForDevTools } from './listen-for-devtools.ts';
import { serveAccess } from './serve-access.ts';
import { serveOverrides } from './serve-overrides.ts';
import { updateWhenUnwatched } from './update-when-unwatched.ts';

const overrides = serveOverrides();
listenForDevTools(overrides);
serveAccess();
askFrames();
updateWhenUnwatched();
