// The scale questions in plain JavaScript, as a front-end developer would write them. Runs under Node and in a browser.
import { dayOf, plusYears } from './days.mjs';

/** Resolves dates and references once. */
export function openTenant(tenant) {
  const orders = new Map(tenant.orders.map((order) => [order.id, {
    ...order,
    purchased: dayOf(order.purchased_on),
    cancelled: order.cancelled_on === null ? Infinity : dayOf(order.cancelled_on),
    firstAssigned: Infinity,
  }]));
  const assignments = tenant.assignments.map(({ licence, room, from, to }) => {
    const order = orders.get(licence.slice(0, licence.lastIndexOf('/')));
    const first = dayOf(from);
    order.firstAssigned = Math.min(order.firstAssigned, first);
    return { order, room, from: first, to: to === null ? Infinity : dayOf(to) };
  });
  const devices = tenant.devices.map(({ room, purchased_on }) => ({ room, purchased: dayOf(purchased_on) }));
  return { orders: [...orders.values()], rooms: tenant.rooms, assignments, devices };
}

/** The line of checksums on a day. */
export function answer({ orders, rooms, assignments, devices }, day) {
  for (const order of orders) {
    order.start = Math.min(order.firstAssigned, order.purchased + 60);
    order.end = plusYears(order.start, order.years);
    order.inForce = order.start <= day && day < order.end && day < order.cancelled;
  }
  const until = { select: new Map(), sync_plus: new Map() };
  for (const { order, room, from, to } of assignments) {
    if (!order.inForce || day < from || day >= to) continue;
    const rooms = until[order.service];
    rooms.set(room, Math.max(rooms.get(room) ?? -Infinity, Math.min(order.end, to)));
  }
  const insights = rooms.filter(({ id, sync }) => sync && (until.select.has(id) || until.sync_plus.has(id))).length;
  const licences = orders.filter((order) => order.service === 'select' && order.purchased <= day && day < order.cancelled && day < order.end)
    .reduce((sum, order) => sum + order.quantity, 0);
  const untilSum = [...until.select.values()].reduce((sum, end) => sum + end, 0);
  const warranty = devices.reduce((sum, device) => sum + warrantyEnd(device, until.select.get(device.room)), 0);
  return `rooms=${rooms.length} select=${until.select.size} sync_plus=${until.sync_plus.size} insights=${insights}`
    + ` spares=${Math.floor(licences / 50)} until=${untilSum} warranty=${warranty}`;
}

function warrantyEnd(device, coveredUntil) {
  const base = plusYears(device.purchased, 2);
  return coveredUntil === undefined ? base : Math.max(base, Math.min(coveredUntil, plusYears(device.purchased, 5)));
}
