// The plain pages speak every language that the interface speaks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { language_of, languages } from '../../web/page/words.mjs';

test('no language lacks a word', () => {
    const keys = Object.keys(languages.en).sort();
    for (const [tag, words] of Object.entries(languages)) {
        assert.deepEqual(Object.keys(words).sort(), keys, tag);
        for (const [key, text] of Object.entries(words)) assert.notEqual(text.trim(), '', `${tag} ${key}`);
    }
});

test('the first wanted language that there is', () => {
    const rows = [
        // wanted               language
        [['de-CH', 'en'],       'de'],
        [['fr', 'nb-NO', 'de'], 'nb'],
        [['no'],                'no'],
        [['ja'],                'en'],
        [[],                    'en'],
    ];
    for (const [wanted, language] of rows) assert.equal(language_of(wanted), language, String(wanted));
});
