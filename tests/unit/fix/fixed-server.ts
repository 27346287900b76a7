import { HeaderList } from '../../../src/cors/header-list.ts';
import type { Server } from '../../../src/cors/server.ts';
import { applyToAnswer, type Wanted } from '../../../src/fix/apply-fix.ts';
import type { HeadersFix } from '../../../src/fix/fix.ts';

/** A server that answers as it did, with the fixes made to its answers, step by step. */
export function fixedServer(server: Server, fixes: readonly HeadersFix[], wanted?: Wanted): Server {
  return (sent) => {
    const answer = server(sent);
    if (answer.kind !== 'response') return answer;
    const changed = fixes.reduce(
      (state, fix) => {
        const hop = fix.hops.find((each) => each.hop === sent.hop);
        const change = sent.kind === 'preflight' ? hop?.preflight : hop?.response;
        return change ? applyToAnswer(state, change, wanted) : state;
      },
      { status: answer.status, headers: answer.headers.lines },
    );
    return { kind: 'response', status: changed.status, headers: new HeaderList(changed.headers) };
  };
}
