/** A function that travels to a document as source text: it may use nothing from outside itself but its arguments. */
export type Travelling<Arguments extends unknown[], Result> = (...values: Arguments) => Result | Promise<Result>;

/** A document that a test can look into: a page, or the panel. Values go in and out as JSON. */
export interface DrivenDocument {
  evaluate<Arguments extends unknown[], Result>(
    body: Travelling<Arguments, Result>,
    ...values: Arguments
  ): Promise<Result>;
  /** Waits until an element matches. */
  waitFor(selector: string): Promise<void>;
  /** The text of the first match; waits for it. */
  text(selector: string): Promise<string>;
  /** Clicks the first match, as the person would; waits for it. */
  click(selector: string): Promise<void>;
}

/** What the browser itself said about a request that it refused or could not make. */
export interface OwnVerdict {
  readonly url: string;
  /** A `Network.CorsError` name in Chromium, a console category in Firefox; null where CORS was not the reason. */
  readonly reason: string | null;
  /** What the browser named as at fault; empty where it named nothing. */
  readonly parameter: string;
  /** The network error in Chromium, the console's words in Firefox. */
  readonly error: string;
}

export interface DrivenPage extends DrivenDocument {
  readonly tabId: number;
  goto(url: string): Promise<void>;
  /** Everything refused since the page was opened, oldest first. It comes late: poll. */
  ownVerdicts(): Promise<readonly OwnVerdict[]>;
  close(): Promise<void>;
}

export type Theme = 'light' | 'dark';

export interface DrivenPanel extends DrivenDocument {
  setTheme(theme: Theme): Promise<void>;
  /** Gives the panel this size, in CSS pixels. Only where DevTools have a window of their own. */
  resize(width: number, height: number): Promise<void>;
  /** Presses a key, such as `Enter` or `Shift+Tab`, wherever the focus in DevTools is. */
  press(key: string): Promise<void>;
  /** The place that the Sources panel shows, as `URL:line`; undefined while it shows none. Null where there is no such panel. */
  readonly shownSource: (() => Promise<string | undefined>) | null;
  /** Writes a PNG of the panel. */
  screenshot(path: string): Promise<void>;
  /** Closes the DevTools that hold the panel. */
  close(): Promise<void>;
}

/** A real browser with the built extension in it, the same for Chromium and Firefox. */
export interface BrowserDriver {
  readonly engine: 'chromium' | 'firefox';
  /** "Chromium 156", "Firefox 153". */
  readonly name: string;
  openPage(url: string): Promise<DrivenPage>;
  /** Opens the real DevTools for the page and selects the CORS panel in it. */
  openPanel(page: DrivenPage): Promise<DrivenPanel>;
  /** Opens DevTools for the page without showing the panel. */
  openDevTools(page: DrivenPage): Promise<{ showPanel(): Promise<DrivenPanel>; close(): Promise<void> }>;
  /** Opens a page of the extension, such as `src/panel/panel.html?tabId=7`, in an ordinary tab. */
  openExtensionPage(path: string): Promise<DrivenDocument & { close(): Promise<void> }>;
  /** Runs in the extension's background. Wakes it when it is stopped. */
  inBackground<Arguments extends unknown[], Result>(
    body: Travelling<Arguments, Result>,
    ...values: Arguments
  ): Promise<Result>;
  /** Resolves when the browser has ended, whoever ended it. */
  readonly closed: Promise<void>;
  /** Reloads the extension, as an update does, and waits until it is back. What becomes of its pages is the browser's. */
  reloadExtension(): Promise<void>;
  /** Ends the background at once, as the browser may at any moment. */
  stopBackground(): Promise<void>;
  /** Tells every process of the browser that memory is short. */
  pressMemory(): Promise<void>;
  /** Whether the background runs. Does not wake it. */
  isBackgroundRunning(): Promise<boolean>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Hosts that stand for this machine; `*.test` in Chromium and a few of them in Firefox when not given. */
  readonly hosts?: readonly string[];
  readonly headless?: boolean;
  /** Where DevTools stand. When not given they have a window of their own, so that the panel can have any size. */
  readonly dock?: 'bottom' | 'right';
  /** A folder that keeps the profile from one launch to the next; one of its own, gone at the end, when not given. */
  readonly profile?: string;
  /** Further command line arguments. */
  readonly args?: readonly string[];
  /** Further preferences of Firefox. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}
