// Every screen of the navigation, with a large tenant: opened from another one, scrolled, left alone.
import { shots } from '../../tools/shots/screens.mjs';
import { framesWhile, rest } from '../support/browser.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */
/** @typedef {{ screen: string, opened: number[], scrolled: number[], idle: number }} Seen  milliseconds of the worker; frames */

const screens = [...new Set(shots.map(({ address = '' }) => address))].filter((address) => /^[a-z-]+$/.test(address));
const openings = 3;
const idle_milliseconds = 5_000;
const idle_milliseconds_quick = 1_000;

/** @param {import('playwright-core').Page} page on a tenant's screen @param {boolean} quick @returns {Promise<Seen[]>} */
export async function seeScreens(page, quick) {
  const seen = [];
  for (const screen of screens) {
    const opened = [];
    for (let run = 0; run < (quick ? 1 : openings); run++) {
      await goTo(page, screen === 'data' ? 'journal' : 'data');
      await rest(page);
      const frames = await framesWhile(page, async () => {
        await goTo(page, screen);
        await rest(page);
      });
      opened.push(frames.reduce((sum, each) => sum + each, 0));
    }
    const scrolled = await framesWhile(page, () => scroll(page));
    await rest(page);
    const idle = (await framesWhile(page, () => page.waitForTimeout(quick ? idle_milliseconds_quick : idle_milliseconds))).length;
    seen.push({ screen, opened, scrolled, idle });
  }
  return seen;
}

const button = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name) => page.getByRole('button', { name }).last();

/**
 * What people press where a large tenant has much to look through.
 * @type {{ what: string, screen: string, prepare?: (page: import('playwright-core').Page) => Promise<void>, press: string, back: string }[]}
 */
const acts = [
  { what: 'all rooms chosen for a licence', screen: 'assign', press: 'Choose all', back: 'Discard' },
  {
    what: 'an order refused',
    screen: 'orders',
    prepare: async (page) => {
      await button(page, 'Place order').click({ force: true });
      await page.getByRole('textbox', { name: 'Order number' }).fill('PO-1'); // there is one
    },
    press: 'Place order',
    back: 'Cancel',
  },
];

/** @typedef {{ what: string, worked: number[] }} Acted  milliseconds of the worker, of all frames together */

/** @param {import('playwright-core').Page} page on a tenant's screen @param {boolean} quick @returns {Promise<Acted[]>} */
export async function seeActs(page, quick) {
  const seen = [];
  for (const { what, screen, prepare, press, back } of acts) {
    const worked = [];
    for (let run = 0; run < (quick ? 1 : openings); run++) {
      await goTo(page, screen);
      await prepare?.(page);
      await rest(page);
      const frames = await framesWhile(page, async () => {
        await button(page, press).click({ force: true });
        await rest(page);
      });
      worked.push(frames.reduce((sum, each) => sum + each, 0));
      await button(page, back).click({ force: true });
      await rest(page);
    }
    seen.push({ what, worked });
  }
  return seen;
}

/** @param {Acted[]} seen @returns {Line[]} */
export const actLines = (seen) => seen.map(({ what, worked }) => ({
  work: `worker time until it is answered: ${what}`, ours: summary(worked), unit: 'ms', goal: { kind: 'at_most', value: 60 },
}));

/** The screens that take longest stand for all. @param {Seen[]} seen @returns {Line[]} */
export function screenLines(seen) {
  const most = (/** @type {(of: Seen) => number[]} */ what) => seen.map((each) => ({ screen: each.screen, ...summary(what(each)) }))
    .sort((one, other) => other.median - one.median);
  const line = (work, unit, slowest, value, asked) => ({
    work, ours: slowest[0], unit, goal: { kind: 'at_most', value, asked },
    note: `of ${seen.length} screens these take most: ${slowest.slice(0, 3).map(({ screen, median }) => `${screen} ${median.toPrecision(3)}`).join(', ')}`,
  });
  return [
    line('worker time until a screen is open, the slowest', 'ms', most(({ opened }) => opened), 60, 100),
    line('worker time a frame, scrolling a screen, the slowest', 'ms', most(({ scrolled }) => scrolled), 2),
    line('frames drawn in 5 idle seconds on a screen, the most', 'frames', most(({ idle }) => [idle]), 0),
  ];
}

/** @param {import('playwright-core').Page} page @param {string} screen */
function goTo(page, screen) {
  return page.evaluate((to) => { location.hash = location.hash.replace(/^(#\/t\/[^/?]+).*/, `$1/${to}`); }, screen);
}

async function scroll(page) {
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < 20; turn++) {
    await page.mouse.wheel(0, turn < 15 ? 300 : -300);
    await page.waitForTimeout(30);
  }
}
