#pragma once
// Promise: the store's files are the sync-access handles that the worker opened (web/worker/storage.mjs).

namespace keyrack::browser {

// Before the first tenant is opened.
void use_browser_handles();

} // namespace keyrack::browser
