import type { ProxyId } from '../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import type { ServerId } from '../../src/fix/recipes/server-id.ts';

/** Where things are while one server is tried. All are ports of localhost. */
export interface Places {
  /** Where the server listens. */
  readonly port: number;
  /** The plain API that a proxy stands in front of. */
  readonly upstream: number;
  /** The page's own server. */
  readonly page: number;
  /** A folder for this server alone, empty at first. */
  readonly folder: string;
}

/** What to write and what to run. */
export interface Setup {
  /** Files by their path in the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Run one after the other, to their end, before the server. */
  readonly build?: readonly (readonly string[])[];
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What both kinds share. */
interface Candidate {
  /** Debian packages that `--install` asks for; none for what npm brings. */
  readonly packages: readonly string[];
  /** Name and version of what runs; null where it is not here. */
  version(): string | null;
}

/** A server with an API of its own, or a reverse proxy in front of the plain one. */
export interface ServerUnderTest extends Candidate {
  readonly id: ServerId;
  /** It has no API of its own: the plain one is behind it. */
  readonly isProxy?: boolean;
  /**
   * The server, with the text of each part of its recipe in its place; without CORS where `parts` is null.
   */
  setup(places: Places, parts: readonly string[] | null): Setup;
}

/** A development proxy: the page is loaded from it, or beside it. */
export interface ProxyUnderTest extends Candidate {
  readonly id: ProxyId;
  /** The page's own development server, where the proxy is no part of it, runs at `places.page`. */
  readonly standsAlone: boolean;
  setup(places: Places, parts: readonly string[]): Setup;
  /** Where the page calls the API's path. */
  address(places: Places, path: string): string;
  /** Where the page is opened. */
  page(places: Places): string;
  /** Why a request with credentials cannot work, where it cannot. */
  readonly noCredentials?: string;
}

/** Why a recipe is not tried. */
export interface NotRun {
  readonly id: ServerId | ProxyId;
  readonly reason: string;
}
