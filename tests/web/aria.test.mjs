// Nodes become elements and attributes that a screen reader understands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes_of, content_of, id_of, is_field, tag_of } from '../../web/page/aria.mjs';

const node = (role, flags = '', extra = {}, value = '') => ({
    id: 7, parent: 0, role, flags, name: 'Name', value, extra,
});

test('roles become elements', () => {
    const rows = [
        // role           flags  extra           tag         role attribute
        ['button',        '',    {},             'button',   undefined],
        ['link',          '',    {},             'a',        undefined],
        ['heading',       '',    { level: '1' }, 'h1',       undefined],
        ['textbox',       '',    {},             'input',    undefined],
        ['textbox',       'l',   {},             'textarea', undefined],
        ['searchbox',     '',    {},             'input',    undefined],
        ['combobox',      '',    {},             'input',    'combobox'],
        ['checkbox',      '',    {},             'button',   'checkbox'],
        ['switch',        '',    {},             'button',   'switch'],
        ['menuitem',      '',    {},             'button',   'menuitem'],
        ['grid',          '',    {},             'div',      'grid'],
        ['navigation',    '',    {},             'div',      'navigation'],
        ['text',          '',    {},             'div',      undefined],
    ];
    for (const [role, flags, extra, tag, attribute] of rows) {
        assert.equal(tag_of(node(role, flags, extra)), tag, role);
        assert.equal(attributes_of(node(role, flags, extra), true).role, attribute, role);
    }
});

test('flags become states', () => {
    const rows = [
        // role       flags  attribute         value
        ['button',    'd',   'aria-disabled',  'true'],
        ['checkbox',  'c',   'aria-checked',   'true'],
        ['checkbox',  'C',   'aria-checked',   'false'],
        ['checkbox',  'm',   'aria-checked',   'mixed'],
        ['row',       's',   'aria-selected',  'true'],
        ['tab',       '',    'aria-selected',  'false'],
        ['button',    'e',   'aria-expanded',  'true'],
        ['button',    'x',   'aria-expanded',  'false'],
        ['button',    'p',   'aria-pressed',   'true'],
        ['button',    'P',   'aria-pressed',   'false'],
        ['textbox',   'i',   'aria-invalid',   'true'],
        ['textbox',   'r',   'aria-required',  'true'],
        ['dialog',    'o',   'aria-modal',     'true'],
        ['link',      'h',   'aria-current',   'page'],
        ['grid',      'b',   'aria-busy',      'true'],
        ['textbox',   'd',   'disabled',       ''],
        ['textbox',   'u',   'data-unseen',    ''],
        ['row',       'n',   'tabindex',       '0'],
        ['row',       'nt',  'tabindex',       '-1'],
        ['row',       't',   'tabindex',       undefined],
        ['button',    't',   'tabindex',       '-1'],
        ['button',    'd',   'tabindex',       '-1'],
        ['button',    '',    'tabindex',       undefined],
    ];
    for (const [role, flags, name, value] of rows) {
        assert.equal(attributes_of(node(role, flags), true)[name], value, `${role} ${flags}`);
    }
});

test('extra pairs become properties, and ids lead to elements', () => {
    const extra = { rowindex: '12', describedby: '3', keys: 'Control+K', unheard: 'of' };
    const found = attributes_of(node('row', '', extra), true);
    assert.equal(found['aria-rowindex'], '12');
    assert.equal(found['aria-describedby'], 'n3');
    assert.equal(found['aria-keyshortcuts'], 'Control+K');
    assert.ok(!Object.values(found).includes('of'));
    assert.equal(id_of({ id: found.id }), 7);
});

test('a name is content where the role takes it from there, and an attribute elsewhere', () => {
    const rows = [
        // role        leaf   content  label
        ['button',     true,  'Name',  undefined],
        ['button',     false, '',      'Name'],
        ['text',       true,  'Name',  undefined],
        ['gridcell',   true,  'Name',  undefined],
        ['grid',       true,  '',      'Name'],
        ['img',        true,  '',      'Name'],
        ['searchbox',  true,  '',      'Name'],
    ];
    for (const [role, leaf, content, label] of rows) {
        assert.equal(content_of(node(role), leaf), content, role);
        assert.equal(attributes_of(node(role), leaf)['aria-label'], label, role);
    }
});

test('a value belongs to a field, and describes anything else', () => {
    assert.ok(is_field(node('combobox')));
    assert.equal(attributes_of(node('textbox', '', {}, 'Oslo'), true)['aria-description'], undefined);
    assert.equal(attributes_of(node('progressbar', '', { now: '3' }, '3 of 9'), true)['aria-valuetext'], '3 of 9');
    assert.equal(attributes_of(node('button', '', {}, 'Oslo'), true)['aria-description'], 'Oslo');
});

test('fields take their type and hints', () => {
    const field = (extra) => attributes_of(node('textbox', '', extra), true);
    const types = [field({ type: 'date' }).type, field({ type: 'file' }).type, field({}).type];
    assert.deepEqual(types, ['date', 'text', 'text']);
    const { name, autocomplete } = field({ autocomplete: 'organization' });
    assert.deepEqual([name, autocomplete], ['organization', 'organization']); // browsers look at both
    assert.equal(field({}).autocomplete, 'off');
    assert.equal(field({ limit: '64' }).maxlength, '64');
});
