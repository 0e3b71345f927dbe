// Inter, in files by what is written with them. tools/package/fonts.mjs makes them, the browser chooses by their ranges.

/** The weights that the interface has. */
export const weights = { least: 400, most: 650 };

/**
 * `from`: the file of the font's own package that it is taken from. All come before the first picture: what is drawn with the
 * system's letters first keeps their look.
 *
 * @type {{name: string, from: string, range: string}[]}
 */
export const font_files = [
    {
        name: 'fonts/inter-latin.woff2',
        from: 'latin',
        range: 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, '
            + 'U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
    // What else the languages of Europe are written with.
    { name: 'fonts/inter-european.woff2', from: 'latin-ext', range: 'U+0100-0130, U+0132-0151, U+0154-017F, U+0218-021B, U+1E9E' },
    {
        name: 'fonts/inter-more.woff2',
        from: 'latin-ext',
        range: 'U+0180-0217, U+021C-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9D, '
            + 'U+1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
];
