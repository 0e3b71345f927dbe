#pragma once
// What the data screen shows besides storage and journal: what can be taken out, and the backups that the browser keeps.

#include "portal/models.hpp"

#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct BackupLine
{
    std::string key;                      // its file: the line's identity
    std::string text, second;             // "29 Nov 2026, 10:15" "118 entries · 1.2 MB"
    std::string take_out, copy, put_back; // RunOnScreen
};

struct CareModel
{
    std::vector<ReportAction> exports;                      // what can be downloaded
    std::vector<std::pair<std::string, std::string>> facts; // used, newest backup
    bool keeps_backups = false;                             // the browser can
    std::vector<BackupLine> backups;                        // newest first
    std::string no_backups {};                              // said where there are none: when the first is made
    std::string backup_now;                                 // RunOnScreen; empty: nothing has changed since the newest
};

} // namespace keyrack::portal
