// Every screen that is pictured: those of the navigation, and what opens from them. `tests/tidy/shots.test.mjs` holds the
// list against the navigation.

/**
 * @typedef {object} Shot
 * @property {string} name of the picture
 * @property {string} [screen] as the navigation knows it; without one the shot is taken outside of a company
 * @property {string} [address] after `/t/northwind/`, or whole
 * @property {string} [keys] that are struck there
 * @property {Act[]} [acts] what is done there first
 * @property {string} [leave] the button that ends it
 */

/**
 * Buttons and fields by the keys of their words, which are there in every language.
 *
 * @typedef {{press: string} | {strike: string} | {open: string} | {write: string, text: string}} Act
 */

/** @type {Shot[]} */
export const shots = [
  { name: 'welcome' },
  { name: 'overview', screen: 'overview', address: 'overview' },
  { name: 'rooms', screen: 'rooms', address: 'rooms' },
  { name: 'rooms-not-covered', screen: 'rooms', address: 'rooms?show=not_covered' },
  { name: 'room', screen: 'rooms', address: 'rooms/zrh-boardroom' },
  { name: 'room-why', screen: 'rooms', address: 'rooms/osl-frogner?tab=why' },
  { name: 'room-devices', screen: 'rooms', address: 'rooms/zrh-boardroom?tab=devices' },
  { name: 'room-history', screen: 'rooms', address: 'rooms/zrh-training-2?tab=history' },
  { name: 'assign', screen: 'assign', address: 'assign?order=PO-1072' },
  { name: 'orders', screen: 'orders', address: 'orders' },
  { name: 'order', screen: 'orders', address: 'orders/PO-1072' },
  { name: 'order-spares', screen: 'orders', address: 'orders?ask=spares' },
  { name: 'renewals', screen: 'renewals', address: 'renewals' },
  { name: 'support', screen: 'support', address: 'support' },
  { name: 'ticket', screen: 'support', address: 'support/TK-1007' },
  { name: 'ticket-new', screen: 'support', address: 'support?new=rooms&room=osl-fjord&state=offline' },
  { name: 'devices', screen: 'devices', address: 'devices' },
  { name: 'device', screen: 'devices', address: 'devices/SC-337860' },
  { name: 'devices-add', screen: 'devices', address: 'devices?add=many' },
  { name: 'spares', screen: 'spares', address: 'spares' },
  { name: 'people', screen: 'people', address: 'people' },
  { name: 'person', screen: 'people', address: 'people/tomas.rivera@northwind.example' },
  { name: 'outbox', screen: 'outbox', address: 'outbox' },
  { name: 'mail', screen: 'outbox', address: 'outbox/1' },
  { name: 'compliance', screen: 'compliance', address: 'compliance' },
  { name: 'org', screen: 'compliance', address: 'compliance/NW-EMEA' },
  { name: 'benefits', screen: 'compliance', address: 'compliance/NW-EMEA?tab=benefits' },
  { name: 'benefit', screen: 'compliance', address: 'compliance/NW-EMEA?tab=benefits&ask=scheduled_support' },
  { name: 'large-accounts', screen: 'large_accounts', address: 'large-accounts' },
  { name: 'exchange', screen: 'exchange', address: 'exchange' },
  { name: 'catalogue', screen: 'catalogue', address: 'catalogue' },
  { name: 'catalogue-rules', screen: 'catalogue', address: 'catalogue/rules' },
  { name: 'settings', screen: 'settings', address: 'settings' },
  { name: 'rooms-by-site', screen: 'rooms', address: 'rooms?look=sites' },
  { name: 'companies', address: '/all' },
  { name: 'what-if', screen: 'what_if', address: 'what-if' },
  { name: 'palette', screen: 'overview', address: 'overview', keys: 'Control+k' },
  { name: 'help', screen: 'overview', address: 'overview', keys: '?' },
  { name: 'journal', screen: 'journal', address: 'journal' },
  { name: 'data', screen: 'data', address: 'data' },
  { name: 'as-of', screen: 'overview', address: 'overview?as-of=2027-06-01' },
  { name: 'order-refused', screen: 'orders', address: 'orders', acts: [
    { press: 'ui.orders.place' }, { write: 'dialog.field.order.label', text: 'PO-1072' }, { press: 'dialog.place_order.confirm' }] },
  { name: 'order-cancel', screen: 'orders', address: 'orders/PO-1072', acts: [{ press: 'ui.order.cancel' }] },
  { name: 'what-if-two', screen: 'what_if', address: 'orders/PO-1072', leave: 'ui.what_if.drop', acts: [
    { strike: 'w' }, { press: 'ui.order.cancel' }, { press: 'dialog.cancel_order.confirm' },
    { open: 'orders' }, { press: 'ui.orders.place' }, { write: 'dialog.field.order.label', text: 'PO-2000' }, { press: 'dialog.place_order.confirm' },
    { open: 'what-if' }] },
  { name: 'empty', address: '/', acts: [
    { press: 'ui.welcome.empty' }, { write: 'dialog.start_empty.name.label', text: 'Fabrikam' }, { press: 'dialog.start_empty.confirm' }] },
];

/** The last two are what a magnified page has: 1440 x 900 at 200 %, and the narrowest it has to do with. */
export const widths = {
  1440: { height: 900 }, 800: { height: 1000 }, 390: { height: 844 },
  720: { height: 450, scale: 2 }, 320: { height: 640, scale: 2 },
};

/** @type {Record<string, {scheme: 'light' | 'dark', contrast?: 'more'}>} */
export const themes = { light: { scheme: 'light' }, dark: { scheme: 'dark' }, contrast: { scheme: 'light', contrast: 'more' } };

/** @type {Record<string, string>} */
export const languages = { en: 'en-GB', de: 'de-DE', nb: 'nb-NO' };
