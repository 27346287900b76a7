import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import type { Failure, NotCorsClause } from './not-cors-clause.ts';

const nothingToCheck = rich`There was no answer, so there was nothing for CORS to check.`;

export const connectionRefused = ({ server }: Failure): NotCorsClause => ({
  fault: rich`nothing accepts connections at ${code(server)}`,
  story: [
    rich`The connection was refused. Check that the server is running, and that host and port are right.`,
    nothingToCheck,
  ],
});

export const connectionClosed = ({ server }: Failure): NotCorsClause => ({
  fault: rich`${code(server)} closed the connection without an answer`,
  story: [
    rich`The server, or a proxy in front of it, hung up. Look in its log for a crash, and check that your code uses the right one of ${code('http')} and ${code('https')}.`,
    nothingToCheck,
  ],
});

export const nameNotResolved = ({ server }: Failure): NotCorsClause => ({
  fault: rich`the host ${code(server)} was not found`,
  story: [
    rich`Its name could not be resolved. Check the spelling, and whether a VPN or an entry in your hosts file is missing.`,
    nothingToCheck,
  ],
});

export const timedOut = ({ server }: Failure): NotCorsClause => ({
  fault: rich`${code(server)} did not answer in time`,
  story: [
    rich`Check that the server is running and can be reached from this machine, and that no firewall drops the connection.`,
    nothingToCheck,
  ],
});

export const offline = (): NotCorsClause => ({
  fault: rich`the browser has no network`,
  story: [rich`Check the connection, and the throttling setting of DevTools' Network panel.`],
});

export const certificate = ({ server, url }: Failure): NotCorsClause => ({
  fault: rich`the certificate of ${code(server)} is not trusted`,
  story: [
    rich`Open ${code(URL.canParse(url) ? new URL(url).origin : url)} in a tab of its own to see what is wrong with the certificate.`,
    rich`For a development server, let your machine trust its certificate authority.`,
  ],
});

export const noSecureConnection = ({ server }: Failure): NotCorsClause => ({
  fault: rich`no secure connection to ${code(server)} came about`,
  story: [
    rich`Most often the server speaks plain ${code('http')} on a port that was asked for ${code('https')}. Check the scheme and the port in the address.`,
    rich`Otherwise the browser and the server have no version of TLS or no cipher in common.`,
    nothingToCheck,
  ],
});

export const invalidResponse = ({ server }: Failure): NotCorsClause => ({
  fault: rich`the answer of ${code(server)} is not valid HTTP`,
  story: [
    rich`The browser could not read it. Check that this port speaks HTTP, and that your code uses the right one of ${code('http')} and ${code('https')}.`,
  ],
});

export const unsafePort = ({ server, url }: Failure): NotCorsClause => ({
  fault: rich`browsers do not connect to ${URL.canParse(url) && new URL(url).port !== '' ? rich`port ${code(new URL(url).port)}` : code(server)}`,
  story: [
    rich`The port belongs to another service, such as mail, and browsers refuse it. Let the server listen on another one.`,
  ],
});

export const otherNetworkError = ({ server, error }: Failure): NotCorsClause => ({
  fault: rich`the request to ${code(server)} failed on the way`,
  story: [error === '' ? rich`The browser named no reason.` : rich`The browser calls it ${code(error)}.`],
});
