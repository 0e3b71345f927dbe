// Comma-separated values: read as spreadsheets write them, written so that no cell is a formula.

#include "codec/csv.hpp"

#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::codec;
using Cells = std::vector<std::string>;

namespace {

std::string shown(CsvTable const& table)
{
    std::string text;
    auto const add = [&](Cells const& cells) {
        for (auto const& cell : cells) text.append("[").append(cell).append("]");
        text.append("\n");
    };
    add(table.header);
    for (auto const& row : table.rows) {
        text.append(std::to_string(row.line)).append(" ");
        add(row.cells);
    }
    return text;
}

std::string read_as(std::string_view text)
{
    auto const table = read_csv(text);
    return table ? shown(*table) : table.error().what + " " + table.error().where;
}

} // namespace

TEST_CASE("tables are read as programs write them", "[codec][csv][R71]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "commas", "a,b\n1,2\n", "[a][b]\n2 [1][2]\n" },
        { "no last line end", "a,b\n1,2", "[a][b]\n2 [1][2]\n" },
        { "CRLF", "a,b\r\n1,2\r\n", "[a][b]\n2 [1][2]\n" },
        { "CR", "a,b\r1,2\r", "[a][b]\n2 [1][2]\n" },
        { "semicolons", "a;b\n1,5;2\n", "[a][b]\n2 [1,5][2]\n" },
        { "tabs", "a\tb\n1\t2\n", "[a][b]\n2 [1][2]\n" },
        { "told separator", "sep=;\r\na;b,c,d\r\n1;2\r\n", "[a][b,c,d]\n3 [1][2]\n" },
        { "a header like it", "sep=\r\n1;2\r\n", "[sep=]\n2 [1;2]\n" },
        { "a quoted one", "\"sep=;\"\r\n1\r\n", "[sep=;]\n2 [1]\n" },
        { "byte order mark",
         "\xEF\xBB\xBF"
            "a,b\n1,2\n", "[a][b]\n2 [1][2]\n" },
        { "quotes", "a,b\n\"x,\"\"y\"\"\",2\n", "[a][b]\n2 [x,\"y\"][2]\n" },
        { "line end in a cell", "a,b\n\"x\ny\",2\n3,4\n", "[a][b]\n2 [x\ny][2]\n4 [3][4]\n" },
        { "separator in quotes", "\"a;;;\",b\n1,2\n", "[a;;;][b]\n2 [1][2]\n" },
        { "a quote within", "a,b\n5\" screen,2\n", "[a][b]\n2 [5\" screen][2]\n" },
        { "empty cells", "a,b\n,\n", "[a][b]\n2 [][]\n" },
        { "empty lines", "\na,b\n\n1,2\n\n", "[a][b]\n4 [1][2]\n" },
        { "short and long rows", "a,b\n1\n1,2,3\n", "[a][b]\n2 [1]\n3 [1][2][3]\n" },
        { "header alone", "a,b", "[a][b]\n" },
        { "nothing", "", "csv_empty " },
        { "open quote", "a,b\n\"1,2\n", "csv_quote 2:1" },
        { "text after a quote", "a,b\n\"1\"x,2\n", "csv_quote 2:4" },
        { "no UTF-8", "a,b\nZ\xFCrich,2\n", "not_utf8 1:1" },
        { "UTF-16", std::string("a\0,\0b\0", 6), "not_utf8 1:1" },
    }));
    CAPTURE(row.name);
    CHECK(read_as(row.text) == row.want);
}

TEST_CASE("what is too large for any list is refused and not held", "[codec][csv]")
{
    CHECK(read_as("a\n" + std::string(longest_cell_bytes + 1, 'x')) == "csv_too_large 2:32770");
    CHECK(read_as("a\n\"" + std::string(longest_cell_bytes + 1, 'x') + "\"") == "csv_too_large 2:1");
    CHECK(read_as(std::string(most_csv_columns, ',')) == "csv_too_large 1:257");
    CHECK(read_csv(std::string(most_csv_columns - 1, ',')).has_value());
}

TEST_CASE("no cell is a formula for a spreadsheet, and every cell comes back", "[codec][csv][B9]")
{
    struct Row
    {
        char const* cell;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "Fjord",            "Fjord"            },
        { "=1+1",             "'=1+1"            },
        { "+47 22",           "'+47 22"          },
        { "-5",               "'-5"              },
        { "@cmd",             "'@cmd"            },
        { "\t=1",             "'\t=1"            },
        { "\r=1",             "'\r=1"            },
        { "\n=1",             "'\n=1"            },
        { "'=1",              "''=1"             },
        { "''@x",             "'''@x"            },
        { "'s-Hertogenbosch", "'s-Hertogenbosch" },
        { "a=1",              "a=1"              },
        { "'",                "'"                },
        { "",                 ""                 },
    }));
    CAPTURE(row.cell);
    CHECK(defused(row.cell) == row.want);
    CHECK(as_meant(defused(row.cell)) == row.cell);
}

TEST_CASE("whatever stands in the cells, a table is read as it was written", "[codec][csv][B9]")
{
    static constexpr std::string_view pieces[] { "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r", "\n", "|", " ",
        "a", "Zürich", "会議室" };
    for (auto const seed : test::seeds(200)) {
        test::Random random { seed };
        CAPTURE(seed);
        CsvTable table;
        auto const some_cells = [&] {
            Cells cells(3);
            for (auto& cell : cells)
                for (int piece = random.below(5); piece > 0; --piece)
                    cell += pieces[static_cast<std::size_t>(random.below(std::ssize(pieces)))];
            return cells;
        };
        table.header = { "one", "two", "three" };
        std::string text = csv_line(table.header);
        for (int row = random.below(5); row > 0; --row) {
            table.rows.push_back({ 1, some_cells() });
            text += csv_line(table.rows.back().cells);
        }
        auto read = read_csv(text);
        REQUIRE(read.has_value());
        for (auto& row : read->rows) row.line = 1;
        CHECK(*read == table);
    }
}
