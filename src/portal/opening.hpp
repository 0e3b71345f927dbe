#pragma once
// A tenant that is being opened: why, from what, and that it could not be.

#include "portal/backups.hpp"
#include "portal/route.hpp"

#include <memory>
#include <string>
#include <vector>

namespace keyrack::codec {
struct Bundle;
}

namespace keyrack::portal {

// Why a tenant's files are being opened: what becomes of them once they are.
// image: a database that a person gave, or a backup, as a tenant of its own. rebuild: a backup in the place of a
// damaged one. bundle: the segments of a file, as a tenant of its own.
enum class Purpose { kept, demo, empty, import, image, rebuild, bundle };

// What becomes of a tenant's files when it is closed. Only what this visit itself had begun is ever forgotten.
enum class Afterwards { keep, forget };

enum class FileComes { still, no_more, failed };

struct Opening
{
    std::string slug, name;
    Purpose purpose = Purpose::kept;
    TenantRoute target;
    std::string file; // import: its name and size in bytes
    double bytes = 0;
    std::shared_ptr<codec::Bundle const> bundle {};
    FileComes comes = FileComes::still; // a file may end or fail before its tenant is open
    std::string image {};               // image: the database's bytes
};

// What is done with a company as a whole, wherever one is: its files are opened for that alone, unless it is open here.
enum class CompanyAct { rename, take_out, remove };
// It waits for its turn, then for its files; to be removed, it lies open here and waits for the list of its copies.
enum class CompanyStep { waits, opens, lists };
struct CompanyWork
{
    CompanyAct act {};
    std::string slug, name; // rename: the new one
    CompanyStep step = CompanyStep::waits;
};

// A tenant whose database could not be opened.
struct Failure
{
    std::string slug, tenant;
    Error error;
    std::optional<std::vector<Backup>> backups {}; // from which it can be rebuilt; none: they are being listed
};

} // namespace keyrack::portal
