// The parts of the bench, in the order of the table. A sized part is measured at every size, to see how it grows.
import { browserLines } from './browser.mjs';
import { commitLines } from './commit.mjs';
import { answerLines, foldLines, importLines, lateLines } from './engine.mjs';
import { exchangeLines } from './exchange.mjs';
import { allInLines, clockLines, featureLines, planLines, whatIfLines } from './questions.mjs';
import { serverLines } from './servers.mjs';
import { visitLines } from './visit.mjs';

export const main_size = 100_000;
export const sizes_of_growth = [1_000, 10_000, 100_000, 1_000_000];

/**
 * @typedef {{ rooms: number, quick: boolean, main: boolean }} Asked  quick: to see that it works
 * @type {Record<string, { sized: boolean, measure: (asked: Asked) => any }>}
 */
export const parts = {
  answers: { sized: true, measure: answerLines },
  import: { sized: true, measure: importLines },
  browser: { sized: true, measure: browserLines },
  commit: { sized: true, measure: commitLines },
  visit: { sized: false, measure: visitLines },
  servers: { sized: false, measure: serverLines },
  fold: { sized: true, measure: foldLines },
  features: { sized: true, measure: featureLines },
  clocks: { sized: true, measure: clockLines },
  all_in: { sized: true, measure: allInLines },
  plan: { sized: true, measure: planLines },
  what_if: { sized: true, measure: whatIfLines },
  late: { sized: true, measure: lateLines },
  exchange: { sized: true, measure: exchangeLines },
};
