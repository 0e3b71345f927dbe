// A tenant of any size, the same for the same seed. The file's format is assets/schema/tenant.schema.json; what it holds
// is lawful: Sync Plus goes to rooms in Sync, and nothing is assigned after a cancellation or the end of a term.
import { dayOf, isoOf, plusYears } from './days.mjs';

const firstDay = dayOf('2020-01-01');
const lastDay = dayOf('2027-06-30');
const countries = ['CH', 'DE', 'NO', 'US', 'JP', 'IN', 'AU', 'GB', 'FR', 'SG'];
const models = ['Rally Bar', 'Rally Bar Mini', 'Rally Plus', 'MeetUp', 'Tap', 'Tap IP', 'Swytch', 'RoomMate', 'Scribe'];

/** Small, quick, and the same on every machine (mulberry32). The order of the draws below is part of the format. */
class Random {
  #state;

  constructor(/** @type {number} */ seed) { this.#state = seed >>> 0; }

  /** 0 ≤ x < 1 */
  draw() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(/** @type {number} */ part) { return this.draw() < part; }
  below(/** @type {number} */ count) { return Math.floor(this.draw() * count); }
  oneOf(/** @type {any[]} */ list) { return list[this.below(list.length)]; }
}

/** @param {number} roomCount  @param {number} seed */
export function makeTenant(roomCount, seed) {
  const random = new Random(seed);
  const rooms = makeRooms(random, roomCount);
  const orders = makeOrders(random, roomCount);
  const assignments = makeAssignments(random, orders, rooms);
  const devices = makeDevices(random, rooms);
  return { orders, rooms, assignments, devices };
}

function makeRooms(random, count) {
  const sites = Math.max(1, Math.floor(count / 40));
  return Array.from({ length: count }, (_, index) => {
    const site = random.below(sites);
    return {
      id: `room-${index + 1}`,
      name: `Room ${index + 1}`,
      site: `site-${site + 1}`,
      country: countries[site % countries.length],
      sync: random.chance(0.8),
    };
  });
}

// Orders until there are about thirteen licences for ten rooms.
function makeOrders(random, roomCount) {
  const largest = Math.max(2, Math.min(400, Math.floor(roomCount / 20)));
  const orders = [];
  for (let licences = 0; licences < roomCount * 1.3; licences += orders.at(-1).quantity) {
    const service = random.chance(0.65) ? 'select' : 'sync_plus';
    const quantity = 1 + random.below(largest);
    const purchased = firstDay + random.below(lastDay - firstDay);
    const cancelled = random.chance(0.04) ? isoOf(purchased + random.below(31)) : null;
    const years = service === 'select' ? 1 + random.below(5) : 1;
    orders.push({ id: `PO-${orders.length + 1}`, service, years, quantity, purchased_on: isoOf(purchased), cancelled_on: cancelled });
  }
  return orders;
}

function makeAssignments(random, orders, rooms) {
  const inSync = rooms.filter((room) => room.sync);
  const assignments = orders.flatMap((order) => {
    const choice = order.service === 'sync_plus' && inSync.length > 0 ? inSync : rooms;
    return lawful(order, wishesFor(random, order, choice));
  });
  const key = (one) => `${one.from} ${one.licence}`;
  return assignments.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

// Most licences go to a room within four months; about half of them move on, some more than once.
function wishesFor(random, order, rooms) {
  const wishes = [];
  for (let number = 1; number <= order.quantity; number++) {
    if (random.chance(0.12)) continue;
    let from = dayOf(order.purchased_on) + random.below(120);
    for (let moves = true; moves;) {
      const days = random.chance(0.55) ? null : 20 + random.below(700);
      const to = days === null ? null : from + days;
      wishes.push({ licence: `${order.id}/${number}`, room: random.oneOf(rooms).id, from, to });
      moves = to !== null && !random.chance(0.3);
      if (moves) from = to + random.below(30);
    }
  }
  return wishes;
}

function lawful(order, wishes) {
  const cancelled = order.cancelled_on === null ? Infinity : dayOf(order.cancelled_on);
  const open = wishes.filter((wish) => wish.from < cancelled);
  const latestStart = dayOf(order.purchased_on) + 60;
  const start = open.reduce((earliest, wish) => Math.min(earliest, wish.from), latestStart);
  const end = plusYears(start, order.years);
  return open.filter((wish) => wish.from < end)
    .map((wish) => ({ ...wish, from: isoOf(wish.from), to: wish.to === null ? null : isoOf(wish.to) }));
}

function makeDevices(random, rooms) {
  return Array.from({ length: rooms.length * 3 }, (_, index) => ({
    serial: `SN${String(index + 1).padStart(8, '0')}`,
    model: random.oneOf(models),
    room: random.oneOf(rooms).id,
    purchased_on: isoOf(firstDay - 700 + random.below(lastDay - firstDay + 600)),
  }));
}
