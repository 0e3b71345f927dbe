// Pictures of every screen in every theme, width and language, with a sheet of each width to look through.
//   node tools/shots.mjs [--screen NAME] [--theme light|dark|contrast] [--width 1440|800|390|720|320] [--language en|de|nb]
//
// They go to build/shots. What is given restricts; what is not, is taken in full.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, open_portal } from '../tests/browser/support/portal.mjs';
import { serve_as_people_have_it } from './shots/address.mjs';
import { options } from './shots/options.mjs';
import { languages, shots, themes, widths } from './shots/screens.mjs';

const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../build/shots');
/** Width → how many pictures stand side by side on its sheet. */
const across = { 1440: 4, 800: 6, 390: 9, 720: 6, 320: 9 };
/** Pixels, of one of four. */
const thumbnail = 420;

const chosen = (all, one) => Object.entries(all).filter(([name]) => one === undefined || name === one);

/** All screens in one look, in one browser: only the address changes from one to the next. */
async function take(list, { served, args }, { theme, look, width, height, scale, language, locale }) {
  const words = JSON.parse(readFileSync(join(import.meta.dirname, `../assets/lang/${language}.json`), 'utf8'));
  const portal = await open_portal({
    served, args, width, height, scale, locale, scheme: look.scheme, touch: width < 600, before: 'localStorage.clear()', as_people_have_it: true,
  });
  try {
    // What comes in by and by would be pictured on its way where the machine is slow.
    await portal.page.emulateMedia({ reducedMotion: 'reduce', contrast: look.contrast });
    for (const shot of list) {
      if (shot.address !== undefined) await go_to(portal, shot.address);
      await portal.settled(60_000);
      if (shot.keys) await portal.page.keyboard.press(shot.keys);
      for (const act of shot.acts ?? []) await carry_out(portal, act, words);
      await portal.settled(60_000);
      const place = join(folder, language, theme, String(width));
      mkdirSync(place, { recursive: true });
      await portal.picture(join(place, `${shot.name}.png`));
      if (shot.keys || shot.acts) await carry_out(portal, { strike: 'Escape' }, words);
      if (shot.leave) await carry_out(portal, { press: shot.leave }, words);
    }
  } finally {
    await portal.close();
  }
}

/** What stands uppermost comes last in the mirror. @param {import('./shots/screens.mjs').Act} act */
async function carry_out(portal, act, words) {
  if ('strike' in act) {
    await portal.page.keyboard.press(act.strike);
  } else if ('open' in act) {
    await go_to(portal, act.open);
  } else if ('write' in act) {
    await portal.node('textbox', named(words, act.write)).last().fill(act.text);
  } else {
    const button = portal.node('button', named(words, act.press)).last();
    await button.focus(); // which scrolls to it
    await portal.settled(60_000);
    await button.press('Enter'); // whatever lies over it: a toast comes and goes
  }
  await portal.page.mouse.move(0, 0);
  await portal.settled(60_000);
}

/** A name may say more after it: what the button is about. */
function named(words, key) {
  if (!(key in words)) throw new Error(`no words \`${key}\``);
  return new RegExp(`^${words[key].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** The portals in which the demo company is open. */
const entered = new WeakSet();

/** The demo company is opened by its button; from then on by address. */
async function go_to(portal, address) {
  if (!entered.has(portal)) {
    await portal.page.locator('#mirror button').filter({ hasText: /demo|Demo/ }).first().click({ force: true });
    await portal.page.waitForFunction(() => location.hash.startsWith('#/t/northwind/'), undefined, { timeout: 60_000 });
    await portal.page.mouse.move(0, 0); // nothing is pictured as if it were pointed at
    entered.add(portal);
  }
  await portal.page.evaluate((fragment) => { location.hash = fragment; }, address.startsWith('/') ? address : `/t/northwind/${address}`);
}

/** One picture of all pictures of a width, theme and language. */
async function sheet(page, { language, theme, width }) {
  const place = join(folder, language, theme, String(width));
  const names = readdirSync(place).filter((name) => name.endsWith('.png') && !name.startsWith('sheet')).sort();
  const cells = names.map((name) => `<figure><img src="data:image/png;base64,${readFileSync(join(place, name)).toString('base64')}">`
    + `<figcaption>${name.replace('.png', '')}</figcaption></figure>`);
  const columns = across[width];
  const size = Math.round((thumbnail * 4) / columns);
  await page.setViewportSize({ width: columns * (size + 12) + 12, height: 900 });
  await page.setContent(`<style>body{margin:12px;background:#888;font:13px sans-serif}main{display:grid;gap:12px;
    grid-template-columns:repeat(${columns},${size}px)}figure{margin:0}img{width:100%;display:block}</style><main>${cells.join('')}</main>`);
  await page.waitForLoadState('load');
  writeFileSync(join(folder, `sheet-${width}-${theme}-${language}.png`), await page.screenshot({ fullPage: true }));
}

async function main(wanted) {
  const list = shots.filter((shot) => wanted.screen === undefined || shot.name === wanted.screen);
  const looks = chosen(languages, wanted.language).flatMap(([language, locale]) => chosen(themes, wanted.theme)
    .flatMap(([theme, look]) => chosen(widths, wanted.width)
      .map(([width, size]) => ({ language, locale, theme, look, width: Number(width), ...size }))));
  const place = await serve_as_people_have_it(dist);
  try {
    for (const look of looks) {
      await take(list, place, look);
      console.log(`keyrack: ${look.language} ${look.theme} ${look.width}: ${list.length} pictures`);
    }
  } finally {
    await place.close();
  }
  const sheets = await open_portal({ ready: false });
  try {
    const page = await sheets.context.newPage();
    for (const look of looks) await sheet(page, look);
  } finally {
    await sheets.close();
  }
  console.log('keyrack: build/shots has them, and a sheet for each look');
}

function options_or_exit(given) {
  try {
    return options(given);
  } catch (error) {
    console.error(`keyrack: ${error.message}`);
    return process.exit(2);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(options_or_exit(process.argv.slice(2)));
