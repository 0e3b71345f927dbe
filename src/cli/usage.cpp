#include "cli/usage.hpp"

#include "cli/questions.hpp"

namespace keyrack::cli {

namespace {

constexpr std::string_view before_the_questions = R"(usage: keyrack ask FILE [--as-of DATE] [--known-at MOMENT] QUESTION
       keyrack what-if FILE [--as-of DATE] [--known-at MOMENT] COMMANDS
       keyrack ticket FILE --as-of MOMENT
       keyrack scale FILE [--as-of DATE]... [--known-at MOMENT]
       keyrack check FILE
       keyrack export DATABASE
       keyrack export --readable FILE
       keyrack export --csv TABLE FILE
       keyrack import FILE LIST [--as rooms|devices] [--map FIELD=COLUMN]... [--set FIELD=VALUE]...
               [--dates day-first|month-first] [--on DATE] [--leave-out] [--dry-run | --undo]
       keyrack merge BUNDLE...
       keyrack verify BUNDLE|DATABASE
       keyrack sync DATABASE|FOLDER PLACE [--tenant NAME]

FILE is a company file in JSON (assets/schema/tenant.schema.json), - for standard input, or a database that the portal exported;
it is read and not written. DATE is a day as YYYY-MM-DD; without one, today: what was true then. MOMENT is one in UTC as
YYYY-MM-DDTHH:MM:SSZ: what was known then, by the database's journal up to it; a company file has none. ROOM is a room's key.

ask prints one answer as JSON, with its proof and, for a no, its cures. QUESTION is one of
)";

constexpr std::string_view after_the_questions =
    R"(what-if tries the commands in the file COMMANDS, a list in JSON (assets/schema/command.schema.json), and prints what they
would change on that day: rooms, orders, warranties, spares, compliance, fees (assets/schema/difference.schema.json).
ticket prints a support ticket's clocks, and for large user accounts its class, severity and ways in, as JSON. FILE is a
ticket file (assets/schema/ticket.schema.json), MOMENT a moment in UTC as YYYY-MM-DDTHH:MM:SSZ. From the answer alone the
clocks can be counted again (assets/schema/ticket_answer.schema.json).
scale prints one line of checksums for each DATE.
check reads the file as an import would and prints the report as JSON: rows, what is flagged, what is refused.
export prints the journal of a database, as the portal downloads it, as a bundle (docs/exchange.md). The database stays as it is.
export --readable prints FILE as a company file: what stands, without the history that led there. Imported into an empty company
it is the same again, to the letter.
export --csv prints a table (orders, rooms, devices, assignments, licences, people, tickets) for a spreadsheet; what could be
a formula there begins with a quotation mark, which an import takes away.
import reads LIST, rooms or devices in CSV as a console exports them, and prints a company file with the commands that bring FILE
to it: to be imported as one. Which column is which field is guessed from its name; --map says it, --set gives one value for all
rows. --dry-run prints as JSON what each row would do (assets/schema/list_report.schema.json), --undo a company file that takes
it all back. A row that is refused stops it, unless refused ones are to be left out. Fields: id, name, site, country, sync of rooms;
serial, model, room, purchased_on, in_room_since of devices. Devices that stand elsewhere were moved on DATE.
merge prints one bundle that has all of those given: in any order the same, to the letter.
verify reads every segment, folds every entry anew and prints as JSON what holds; of a database also whether its tables are
what its journal leads to.
sync exchanges a database (NAME.db), or a folder with segments, with PLACE until nothing is left to do: another folder, or a
server that takes GET and PUT (http://…, https://…). Nobody else may have the database open. A database that is not there yet
is made from what PLACE has of the company NAME. Prints as JSON how many journal entries there are: on_this_device (PLACE lacks them),
sent (this device's own that PLACE holds), seen_by_others (of those sent, taken in by another device), received (other devices' own).

The import's flags are summed up on standard error. Exit status: 0 done, 1 the input is no good, 2 wrong usage.
)";

} // namespace

std::string usage()
{
    return std::string { before_the_questions }.append(question_usage()).append(after_the_questions);
}

} // namespace keyrack::cli
