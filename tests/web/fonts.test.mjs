// Which of the fonts' files a character is in: only those that a text needs are loaded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { face_of } from '../../web/fonts.mjs';

test('the first file holds what nearly every text is written with, the second further Latin, and none the rest', () => {
    const rows = [
        // character  file
        ['A', 0], ['ø', 0], ['ß', 0], ['…', 0], ['€', 0], ['ı', 0],
        ['ł', 1], ['Ő', 1], ['₹', 1], ['ẞ', 1],
        ['я', -1], ['会', -1], ['🏞', -1], ['ế', -1],
    ];
    for (const [character, file] of rows) {
        assert.equal(face_of(/** @type {string} */ (character).codePointAt(0)), file, String(character));
    }
});
