// Functions that run in Firefox's own (chrome) scope. They travel there as source text, so each may use nothing
// from outside itself but its arguments and what Firefox has there. What they keep, they keep in `corsLensTests`.

/* biome-ignore-all lint/suspicious/noExplicitAny: Firefox's own objects have no types here */
/* biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: a travelling function cannot be split */

declare const Services: any;
declare const Cc: any;
declare const Ci: any;
declare const ChromeUtils: any;
declare const WebExtensionPolicy: any;
declare const WindowGlobalParent: any;
declare const gBrowser: any;

/** Where a script of a test runs: a tab, the panel of a tab, or the extension's background. */
export type Place = { readonly kind: 'tab' | 'panel'; readonly id: number } | { readonly kind: 'background' };

export function start(addonId: string): { host: string; version: string } {
  const consoleMessages: unknown[] = [];
  const state = { addonId, consoleMessages, tabs: {} as any, panels: {} as any, answers: 0 };
  (globalThis as any).corsLensTests = state;
  Services.console.registerListener({
    observe(message: any) {
      try {
        const { category, errorMessage, innerWindowID } = message.QueryInterface(Ci.nsIScriptError);
        if (!/^(CORS|SOP|ORB|COEP|CSP|Mixed|Security)/.test(category)) return;
        const top = WindowGlobalParent.getByInnerWindowId(innerWindowID)?.browsingContext?.top?.id ?? null;
        consoleMessages.push({ category, errorMessage, top });
      } catch {
        // Not a script error.
      }
    },
  });
  return { host: WebExtensionPolicy.getByID(addonId).mozExtensionHostname, version: Services.appinfo.version };
}

/** Takes the tab in front under its number in the extension API. */
export function takeFrontTab(): number {
  const state = (globalThis as any).corsLensTests;
  const id = WebExtensionPolicy.getByID(state.addonId).extension.tabManager.getWrapper(gBrowser.selectedTab).id;
  state.tabs[id] = gBrowser.selectedTab;
  return id;
}

/** Opens a tab that a page may not open: one of the extension. */
export function openTab(url: string): number {
  const state = (globalThis as any).corsLensTests;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = gBrowser.addTab(url, { triggeringPrincipal });
  gBrowser.selectedTab = tab;
  const id = WebExtensionPolicy.getByID(state.addonId).extension.tabManager.getWrapper(tab).id;
  state.tabs[id] = tab;
  return id;
}

/** Whether a tab shows a document of this address, whole. Until then a script sent there may never answer. */
export function hasLoaded(id: number, urlStart: string): boolean {
  const { linkedBrowser } = (globalThis as any).corsLensTests.tabs[id];
  return linkedBrowser.currentURI.spec.startsWith(urlStart) && !linkedBrowser.webProgress.isLoadingDocument;
}

export function closeTab(id: number): void {
  gBrowser.removeTab((globalThis as any).corsLensTests.tabs[id]);
}

/** Console messages about a tab, and those that say no tab (workers). */
export function messagesOf(id: number): { category: string; errorMessage: string }[] {
  const state = (globalThis as any).corsLensTests;
  const { browsingContext } = state.tabs[id].linkedBrowser;
  return state.consoleMessages.filter(({ top }: any) => top === null || top === browsingContext.id);
}

export async function openToolbox(id: number): Promise<void> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const tab = (globalThis as any).corsLensTests.tabs[id];
  gBrowser.selectedTab = tab;
  await gDevTools.showToolboxForTab(tab, { toolId: 'webconsole' });
}

export async function closeToolbox(id: number): Promise<void> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  await gDevTools.closeToolboxForTab((globalThis as any).corsLensTests.tabs[id]);
}

/** Gives false while the panel is not there yet. */
export async function showPanel(id: number, title: string): Promise<boolean> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const state = (globalThis as any).corsLensTests;
  const toolbox = gDevTools.getToolboxForTab(state.tabs[id]);
  const tool = toolbox?.getAdditionalTools().find((candidate: any) => candidate.label === title);
  if (!tool) return false;
  if (toolbox.currentToolId !== tool.id) await toolbox.selectTool(tool.id);
  const outer = toolbox.doc.getElementById(`toolbox-panel-iframe-${tool.id}`);
  const browser = outer?.contentDocument?.querySelector('browser');
  if (!browser?.currentURI?.spec.startsWith('moz-extension:') || browser.webProgress?.isLoadingDocument) return false;
  state.panels[id] = browser;
  return true;
}

/**
 * Gives the panel the focus, as choosing it by hand does. Firefox's keys go where the focus of its windows is.
 */
export function focusPanel(id: number): void {
  const browser = (globalThis as any).corsLensTests.panels[id];
  Services.focus.activeWindow = browser.ownerDocument.defaultView.browsingContext.topChromeWindow;
  browser.focus();
}

/**
 * Presses a key such as `Enter` or `Control+a` in the window that the panel is in, as a keyboard does. Gives whether it
 * goes to the panel: the toolbox around it has the focus sometimes.
 */
export function pressKey(id: number, keys: string): boolean {
  const panel = (globalThis as any).corsLensTests.panels[id];
  const isPanels = Services.focus.focusedElement === panel;
  const window = panel.ownerDocument.defaultView.browsingContext.topChromeWindow;
  const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!keyboard.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys now');
  const events = keys.split('+').map((key) => {
    const isLetter = /^[a-z]$/.test(key);
    return new window.KeyboardEvent('', {
      key,
      code: isLetter ? `Key${key.toUpperCase()}` : '',
      keyCode: isLetter ? key.toUpperCase().charCodeAt(0) : 0,
    });
  });
  const flags = ({ key }: KeyboardEvent) => (key.length > 1 ? keyboard.KEY_NON_PRINTABLE_KEY : 0);
  for (const event of events) keyboard.keydown(event, flags(event));
  for (const event of events.toReversed()) keyboard.keyup(event, flags(event));
  return isPanels;
}

/** The tool that a tab's toolbox shows: its label, and how many of its tools have that label. */
export function shownTool(id: number): { label: string; named: number; hasIcon: boolean } {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = gDevTools.getToolboxForTab((globalThis as any).corsLensTests.tabs[id]);
  const tools = toolbox.getAdditionalTools();
  const tool = tools.find((candidate: any) => candidate.id === toolbox.currentToolId);
  const named = tools.filter(({ label }: any) => label === tool?.label).length;
  return { label: tool?.label ?? '', named, hasIcon: Boolean(tool?.icon) };
}

/** Photographs a whole toolbox, tool tabs and all. */
export async function photographToolbox(id: number): Promise<string> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = gDevTools.getToolboxForTab((globalThis as any).corsLensTests.tabs[id]);
  const bitmap = await toolbox.win.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'transparent');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

export function clipboardText(): Promise<string> {
  return navigator.clipboard.readText();
}

/** Takes a tab that the extension itself opened under its number; null while there is none at this address. */
export function takeTab(urlStart: string): number | null {
  const state = (globalThis as any).corsLensTests;
  const tab = [...gBrowser.tabs].find(({ linkedBrowser }: any) => linkedBrowser.currentURI.spec.startsWith(urlStart));
  if (!tab || tab.linkedBrowser.webProgress.isLoadingDocument) return null;
  const id = WebExtensionPolicy.getByID(state.addonId).extension.tabManager.getWrapper(tab).id;
  state.tabs[id] = tab;
  return id;
}

/** Presses the button of Firefox's permission prompt; false while no prompt is shown. */
export function answerPrompt(answer: 'allow' | 'refuse'): boolean {
  const { PopupNotifications } = globalThis as any;
  const notification = PopupNotifications.panel.firstElementChild;
  if (notification?.id !== 'addon-webext-permissions-notification' || PopupNotifications.panel.state !== 'open') {
    return false;
  }
  (answer === 'allow' ? notification.button : notification.secondaryButton).click();
  return true;
}

/** Sets a preference that a toolbox follows live. */
export function setPreference(name: string, value: string | number): void {
  if (typeof value === 'number') Services.prefs.setIntPref(name, value);
  else Services.prefs.setStringPref(name, value);
}

export async function photograph(place: Place): Promise<string> {
  const state = (globalThis as any).corsLensTests;
  const browser =
    place.kind === 'panel' ? state.panels[place.id] : place.kind === 'tab' ? state.tabs[place.id].linkedBrowser : null;
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

/** Resizes the window around a panel so that the panel gets this size. */
export function resizePanel(id: number, width: number, height: number): void {
  const browser = (globalThis as any).corsLensTests.panels[id];
  const { width: widthNow, height: heightNow } = browser.getBoundingClientRect();
  browser.browsingContext.topChromeWindow.resizeBy(Math.round(width - widthNow), Math.round(height - heightNow));
}

export async function stopBackground(): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID((globalThis as any).corsLensTests.addonId);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** As `runtime.reload()` and an update do. Resolves when the new one has started; its pages come later. */
export async function reloadExtension(): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID((globalThis as any).corsLensTests.addonId)).reload();
}

/** Begins to install a newer package of the extension, as an update does that was fetched. What comes of it, `updateSteps` tells. */
export async function beginUpdate(path: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  const install = await AddonManager.getInstallForFile(file);
  const steps: string[] = [];
  Object.assign((globalThis as any).corsLensTests, { updateSteps: steps });
  const told = { onInstallPostponed: 'postponed', onInstallEnded: 'installed', onInstallFailed: 'failed' };
  for (const [name, step] of Object.entries(told)) install.addListener({ [name]: () => steps.push(step) });
  void install.install();
}

export function updateSteps(): string[] {
  return (globalThis as any).corsLensTests.updateSteps;
}

/** As `about:memory` does at "Minimize memory usage". */
export function pressMemory(): void {
  Services.obs.notifyObservers(null, 'memory-pressure', 'low-memory');
  Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize');
}

export function isBackgroundRunning(): boolean {
  const { extension } = WebExtensionPolicy.getByID((globalThis as any).corsLensTests.addonId);
  return extension.backgroundState === 'running';
}

/**
 * Evaluates an expression in a place and gives its value, which must be JSON text. What the expression does at once
 * counts as done by the person: a click may ask for permissions.
 */
export async function evaluateIn(place: Place, expression: string): Promise<string> {
  const state = (globalThis as any).corsLensTests;
  let browser: any;
  if (place.kind === 'tab') browser = state.tabs[place.id].linkedBrowser;
  if (place.kind === 'panel') browser = state.panels[place.id];
  if (place.kind === 'background') {
    const { extension } = WebExtensionPolicy.getByID(state.addonId);
    await extension.wakeupBackground?.();
    browser = [...extension.views].find(({ viewType }: any) => viewType === 'background').xulBrowser;
  }
  const name = `corsLensTests-${++state.answers}`;
  const script = `{
    const answer = (value, error) => sendAsyncMessage(${JSON.stringify(name)}, { value, error });
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Cu.exportFunction(answer, sandbox, { defineAs: 'corsLensAnswer' });
      const asUser = content.windowUtils.setHandlingUserInput(true);
      try {
        Cu.evalInSandbox(${JSON.stringify(`(${expression}).then(
          (value) => corsLensAnswer(value),
          (error) => corsLensAnswer(null, String(error) + String.fromCharCode(10) + error?.stack));`)}, sandbox);
      } finally { asUser.destruct(); }
    } catch (error) { answer(null, String(error)); }
  }`;
  const { value, error } = await new Promise<any>((settle) => {
    browser.messageManager.addMessageListener(name, ({ data }: any) => settle(data));
    browser.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
  if (error) throw new Error(error);
  return value;
}
