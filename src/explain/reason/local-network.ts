import { bad, code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import type { Situation } from '../situation.ts';
import type { ReasonWords } from '../words.ts';

export function insecureLocalNetwork({ server }: Situation): ReasonWords {
  return {
    fault: rich`a page that was not loaded over HTTPS may not reach ${bad(server)} in the local network`,
    said: [
      rich`${code(server)} is on this device or in its network, and your page comes from a more public one.`,
      rich`This is Local Network Access, not CORS. Serve your page over HTTPS, so that the browser can ask for permission.`,
    ],
  };
}

export function otherAddressSpace({ server, verdict }: Situation): ReasonWords {
  return {
    fault: rich`${code(server)} is not in the address space that the request named`,
    said: [
      rich`Your code named an address space with ${code('targetAddressSpace')}, and the server is in ${verdict.parameter === '' ? 'another one' : bad(verdict.parameter)}.`,
      rich`This is Local Network Access, not CORS. Name the address space that the server is in, or none.`,
    ],
  };
}

export function localNetworkPermissionDenied({ server }: Situation): ReasonWords {
  return {
    fault: rich`your page has no permission to reach ${bad(server)} in the local network`,
    said: [
      rich`${code(server)} is on this device or in its network, and your page comes from a more public one.`,
      rich`This is Local Network Access, not CORS. Allow it for this site in the browser's site settings, and load the page again.`,
    ],
  };
}
