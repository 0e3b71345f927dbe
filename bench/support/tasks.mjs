// The tasks of the page's main thread, as the browser's own trace has them: by the time that the thread itself has worked, so
// that waiting for a core, or for the graphics process, does not count. What the bench itself asks of the page does not either.

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

const is_task = (event) => event.ph === 'X' && /RunTask/.test(event.name);
const is_of_bench = (event) => /DevTools/.test(event.args?.chrome_mojo_event_info?.mojo_interface_tag ?? '');
const isOfInterest = (event) => is_task(event) || event.name === 'thread_name' || is_of_bench(event);

/** @param {any[]} events of a trace */
export function longestTask(events) {
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  const asked = events.filter((event) => is_of_bench(event) && pages.has(threadOf(event)));
  const tasks = events.filter((event) => is_task(event) && pages.has(threadOf(event)))
    .filter((task) => !asked.some((each) => threadOf(each) === threadOf(task) && each.ts >= task.ts && each.ts <= task.ts + task.dur));
  const longest = tasks.reduce((most, { dur = 0, tdur = dur }) => Math.max(most, tdur), 0);
  return { longest: longest / 1_000, tasks: tasks.length };
}

const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
