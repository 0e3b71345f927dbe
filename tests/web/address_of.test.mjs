// The company in the address, before there is a program.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { company_of } from '../../web/address_of.mjs';

for (const [fragment, company] of [
    ['/t/northwind/rooms', 'northwind'],
    ['/t/northwind', 'northwind'],
    ['/t/northwind?as-of=2027-01-01', 'northwind'],
    ['/t/m%C3%BCller/rooms/a%2Fb', 'müller'],
    ['/t/%E0%A4%A', ''], // no text
    ['/t//rooms', ''],
    ['/all', ''],
    ['', ''],
]) {
    test(`${fragment || 'an empty address'} names ${company || 'none'}`, () => assert.equal(company_of(fragment), company));
}
