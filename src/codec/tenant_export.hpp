#pragma once
// A ledger as a tenant file (assets/schema/tenant.schema.json): the company's name, orders, rooms, assignments and devices in
// their lists, and whatever else stands as commands. Imported into an empty tenant of that name it gives the same standing rows, and exported
// from there it is the same file, byte for byte. One row a line, so that line tools and differences work on it.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace keyrack::codec {

// The same a slice at a time. What is told stands from the beginning: the ledger may change afterwards.
class TenantExport
{
public:
    TenantExport(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue);
    // Under another name than the ledger's; empty: the file says none.
    TenantExport(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, std::string_view company);
    ~TenantExport();
    TenantExport(TenantExport&&) noexcept;
    TenantExport& operator=(TenantExport&&) noexcept;

    void step(std::size_t rows); // writes at most so many
    [[nodiscard]] bool done() const;
    [[nodiscard]] std::size_t rows_done() const;
    [[nodiscard]] std::size_t rows() const; // in all
    [[nodiscard]] std::string take();       // once, when done

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] std::string tenant_file_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue);
[[nodiscard]] std::string tenant_file_of(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, std::string_view company);

} // namespace keyrack::codec
