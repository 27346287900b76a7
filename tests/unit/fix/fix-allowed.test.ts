import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { judge } from '../../../src/judge/judge.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import { caseToRequest } from '../../truth/case-to-request.ts';
import { caseToServer } from '../../truth/case-to-server.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { fixedServer } from './fixed-server.ts';

const files = truthFiles();

/** Warnings that only a page's other requests give. */
const acrossPage = ['missing-vary-origin', 'preflight-repeated'] as const;

// What passed may still have warnings, those of a whole page too, and a fix cures them.
test.each(['chromium', 'firefox'] as const)(
  'what %s let through stays allowed with every warning cured, in each engine that allowed it',
  (observedBy) => {
    let fixed = 0;
    const blocked: string[] = [];
    for (const file of files) {
      for (const truthCase of file.cases) {
        const recorded = file.truth[truthCase.id]?.[observedBy];
        const request = caseToRequest(truthCase, file.origins);
        if (recorded?.outcome !== 'allowed' || request === null || truthCase.unstable) continue;
        const exchange = caseToExchange(truthCase, recorded, file.origins, observedBy);
        if (exchange === null) continue;
        const verdict = judge(exchange, observedBy);
        const ofThePage = acrossPage.map((name) => ({ name, parameter: '' }));
        for (const warnings of [verdict.warnings, [...verdict.warnings, ...ofThePage]]) {
          const fix = fixFor(exchange, { ...verdict, warnings });
          if (fix.kind !== 'headers') continue;
          fixed += 1;
          for (const name of engineNames) {
            if (file.truth[truthCase.id]?.[name]?.outcome !== 'allowed') continue;
            const server = fixedServer(caseToServer(truthCase, file.origins, engines[name]), [fix]);
            const { outcome, reason } = predict(request, server, engines[name]);
            if (outcome === 'blocked') blocked.push(`${truthCase.id} ${name} ${reason} [${truthCase.description}]`);
          }
        }
      }
    }
    console.log(`${observedBy}: ${fixed} fixes put on requests that had passed`);
    expect(blocked).toEqual([]);
    expect(fixed).toBeGreaterThan(400);
  },
);
