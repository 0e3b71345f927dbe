// A ticket's answer fits its schema, and its clocks can be counted again from the answer alone, minute by minute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const place = { region: 'emea', country: 'DE', zone: '' };
const tickets = {
  business: { ticket: { key: 'T-1', desk: 'customer_success', opened_at: '2026-10-23T15:30Z', severity: 2, tier: 'select', place, events: [
    { at: '2026-10-26T09:00Z', step: 'pause' }, { at: '2026-10-26T11:00Z', step: 'resume' },
    { at: '2026-12-24T16:00Z', step: 'change_tier', tier: 'priority' }, { at: '2026-12-25T16:00Z', step: 'change_severity', severity: 3 },
    { at: '2026-12-28T09:00Z', step: 'respond' }] } },
  large: { ticket: { key: 'T-2', desk: 'large_user', opened_at: '2026-11-20T16:00Z', severity: 1, events: [] },
    large_user: { region: 'EU', data_centre: 'EU', access: 'granted', user_licences: 700, thresholds: [{ region: 'EU', large_user_from: 500 }],
      subscriptions: [{ account: 'acme', super_admin_email: 'it@acme.example', domain: 'acme.example', service: 'Zoho CRM', zuid: '', zoid: '' }],
      form: { service: 'Zoho CRM', organisation_id: 'ZO-1', subject: 'No sign-in', description: 'Two lines:\nand more.', primary_email: 'it@acme.example', customer_email: '', zuid: '', zoid: '' } } },
};
const run = (file, asOf) => keyrack(['ticket', '-', '--as-of', asOf], JSON.stringify(file));
const asked = (file, asOf) => { const { status, stdout, stderr } = run(file, asOf); assert.equal(status, 0, stderr); return JSON.parse(stdout); };

const minute = 60_000;
const working = (calendar, at) => {
  const { minutes } = calendar.offsets.filter(({ from }) => Date.parse(from) <= at).at(-1);
  const local = new Date(at + minutes * minute);
  const ofDay = local.getUTCHours() * 60 + local.getUTCMinutes();
  const day = local.toISOString().slice(0, 10);
  return local.getUTCDay() % 6 !== 0 && !calendar.holidays.some((holiday) => holiday.day === day)
    && calendar.opens_minute <= ofDay && ofDay < calendar.closes_minute;
};
const counts = (phase, at) => phase.running === 'counting' && (!phase.calendar || working(phase.calendar, at));

function countAgain(clock, asOf) {
  let counted = 0;
  for (let at = Date.parse(clock.phases[0].from); at < Date.parse(asOf); at += minute) {
    const here = counts(clock.phases.filter(({ from }) => Date.parse(from) <= at).at(-1), at);
    const stretch = clock.strip.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
    assert.equal(stretch.counted, here, new Date(at).toISOString());
    counted += here ? minute : 0;
  }
  return counted;
}

for (const [name, file] of Object.entries(tickets)) {
  test(`the ${name} ticket: file and answer fit their schemas, and its clocks can be counted again`, () => {
    assert.deepEqual(misfits(file, 'ticket.schema.json'), []);
    const answer = asked(file, '2026-12-29T12:00Z');
    assert.deepEqual(misfits(answer, 'ticket_answer.schema.json'), []);
    for (const clock of answer.clocks) assert.equal(countAgain(clock, answer.as_of), clock.counted_milliseconds, clock.measure);
  });
}

test('a large user with its threshold set is severity 1 by itself; without one its class is open', () => {
  const { large_user: found } = asked(tickets.large, '2026-11-20T16:30Z');
  assert.equal(found.class.is, 'large_user');
  assert.deepEqual([found.severity.path, found.severity.severity], ['automatic', 1]);
  const open = structuredClone(tickets.large);
  open.large_user.thresholds = [];
  assert.equal(asked(open, '2026-11-20T16:30Z').large_user.class.why, 'no_threshold');
});

test('what is no ticket is refused with its place', () => {
  const events = (list) => ({ ticket: { ...tickets.business.ticket, events: list } });
  for (const [file, says] of [
    [events([{ at: '2026-10-22T09:00Z', step: 'pause' }]), 'Row 1 of “ticket.events”, field “at”'],
    [events([{ at: '2026-10-26T09:00Z', step: 'change_tier' }]), 'Row 1 of “ticket.events”'],
    [events([{ at: '2026-10-26T09:00Z', step: 'note', note: ' \n' }]), 'Row 1 of “ticket.events”'],
    [{ ticket: { ...tickets.business.ticket, severity: 0 } }, 'ticket.severity'],
  ]) {
    const { status, stderr } = run(file, '2026-12-29T12:00Z');
    assert.equal(status, 1);
    assert.ok(stderr.includes(says), stderr);
  }
});
