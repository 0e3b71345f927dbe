// The messages between page and worker, as types. Nothing here runs; docs/boundary.md says what they mean.

/** @typedef {{top: number, right: number, bottom: number, left: number}} Insets */
/** @typedef {{width: number, height: number, ratio: number, insets: Insets}} Extent */
/** @typedef {{dark: boolean, contrast: boolean, reduced_motion: boolean, touch: boolean}} Preferences */
/** @typedef {{words: Record<string, string>, device: string, unclosed: string[]}} Remembered */
/** @typedef {{tenant: string, issuer: string, email: string, name: string}} Identity */

/**
 * @typedef {Extent & Preferences & {
 *     t: 'start', canvas: OffscreenCanvas, languages: readonly string[], fragment: string, remembered: Remembered,
 *     hidden: boolean, test: boolean, one_file: boolean, identity?: Identity, sign_in_failure?: string,
 * }} Start
 *
 * @typedef {{t: 'program', module: WebAssembly.Module, rest?: WebAssembly.Module}} ProgramCame
 * @typedef {{t: 'rest', module: WebAssembly.Module}} RestCame
 *
 * @typedef {{t: 'resize'} & Extent} Resize
 *
 * @typedef {{
 *     t: 'pointer', phase: 'move' | 'down' | 'up' | 'cancel' | 'leave', x: number, y: number, button: number,
 *     kind: 'mouse' | 'touch' | 'pen', mods: number,
 * }} Pointer
 *
 * @typedef {{t: 'wheel', x: number, y: number, dx: number, dy: number, mods: number}} Wheel
 * @typedef {{t: 'key', key: string, mods: number}} Key
 * @typedef {{t: 'focus', id: number, visible: boolean}} Focus
 * @typedef {{t: 'activate', id: number}} Activate
 *
 * @typedef {{
 *     t: 'text', id: number, value: string, start: number, end: number, phase: 'input' | 'commit' | 'cancel',
 * }} Text
 *
 * @typedef {{t: 'route', fragment: string}} Route
 * @typedef {{t: 'prefers'} & Preferences} Prefers
 * @typedef {{t: 'file', purpose: string, file: File}} ChosenFile
 * @typedef {{t: 'drag', over: boolean}} Drag
 * @typedef {{t: 'wake', hidden: boolean, online: boolean}} Wake
 * @typedef {{t: 'persisted', granted: boolean}} Persisted
 * @typedef {{t: 'update'}} Update
 * @typedef {{t: 'sign_in_failed'}} SignInFailed
 * @typedef {{t: 'scanned', code: string}} Scanned
 * @typedef {{t: 'scanner_failed'}} ScannerFailed
 * @typedef {{t: 'probe', what: 'crash' | 'lose_graphics' | 'restore_graphics'}
 *     | {t: 'probe', what: 'commit' | 'memory', count?: number}} Probe
 *
 * @typedef {Resize | Pointer | Wheel | Key | Focus | Activate | Text | Route | Prefers | ChosenFile | Drag | Wake
 *     | Persisted | Update | SignInFailed | Scanned | ScannerFailed | Probe} AfterStart
 * @typedef {Start | ProgramCame | RestCame | AfterStart} FromPage
 */

/**
 * @typedef {{t: 'ready', keeps: boolean}} Ready
 * @typedef {{t: 'semantics', text?: string, texts: number}} SemanticsText
 * @typedef {{t: 'title', text: string, language: string}} Title
 * @typedef {{t: 'theme', dark: boolean, ground: string, colours: Record<string, string>}} Theme
 * @typedef {{t: 'route', fragment: string, how: 'push' | 'replace'}} GoTo
 * @typedef {{t: 'cursor', css: string}} Cursor
 * @typedef {{t: 'announce', text: string, how: 'polite' | 'assertive'}} Announce
 * @typedef {{t: 'copy', text: string}} Copy
 * @typedef {{t: 'open', fragment: string}} OpenTab
 * @typedef {{t: 'mail', address: string}} OpenMail
 * @typedef {{t: 'choose', purpose: string, accept: string}} Choose
 * @typedef {{t: 'download', name: string, type: string, parts: Uint8Array<ArrayBuffer>[]}} Download
 * @typedef {{t: 'persist'}} Persist
 * @typedef {{t: 'reload'}} Reload
 * @typedef {{
 *     t: 'sign_in', tenant: string, issuer: string, client_id: string, email: string, fragment: string,
 * }} SignIn
 * @typedef {{t: 'sign_out'}} SignOut
 * @typedef {{t: 'scan', words: Record<string, string>}} Scan
 * @typedef {{t: 'scan_told', tone: string, code: string, verdict: string, count: string}} ScanTold
 * @typedef {{t: 'scan_end'}} ScanEnd
 * @typedef {{t: 'opened', tenant: string}} Opened
 * @typedef {{t: 'closed', tenant: string}} Closed
 * @typedef {{t: 'remember', key: string, value: string}} Remember
 * @typedef {{t: 'unloaded', what: string}} Unloaded
 * @typedef {{t: 'refused', what: string}} Refused
 * @typedef {{t: 'crash', message: string, stack: string, log: string[]}} Crash
 * @typedef {{t: 'frame', number: number, milliseconds: number}} Frame
 * @typedef {{t: 'rested'}} Rested no other frame is to come soon
 * @typedef {{t: 'measured', what: 'commit' | 'memory', value: number}} Measured
 *
 * @typedef {Ready | SemanticsText | Title | Theme | GoTo | Cursor | Announce | Copy | OpenTab | OpenMail | Choose | Download
 *     | Persist | Reload | SignIn | SignOut | Scan | ScanTold | ScanEnd | Opened | Closed | Remember | Refused | Unloaded | Crash
 *     | Frame | Rested | Measured} FromWorker
 */

export {};
