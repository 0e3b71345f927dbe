// The tasks of the page's main thread, as the browser's own trace has them.

/**
 * The longest task of the page thread while `act` runs, in milliseconds, and how many there were.
 * @param {import('playwright-core').Page} page @param {() => Promise<unknown>} act
 */
export async function longestTaskWhile(page, act) {
  const session = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => { for (const each of value) if (isOfInterest(each)) events.push(each); });
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'], excludedCategories: ['*'] } });
  try {
    await act();
  } finally {
    await session.send('Tracing.end');
    await ended;
    await session.detach();
  }
  return longestTask(events);
}

const isOfInterest = (event) => (event.ph === 'X' && /RunTask/.test(event.name)) || event.name === 'thread_name' || event.name === 'SetLayerTreeId' || event.name === 'FunctionCall';

/** @param {any[]} events of a trace */
export function longestTask(events) {
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  const tasks = events.filter((event) => /RunTask/.test(event.name) && pages.has(threadOf(event)));
  const longest = tasks.reduce((most, { dur = 0 }) => Math.max(most, dur), 0);
  return { longest: longest / 1_000, tasks: tasks.length };
}

const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
