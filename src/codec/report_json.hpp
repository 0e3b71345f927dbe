#pragma once
// The report of an import as JSON: {"accepted","rows","orders","rooms","assignments","devices","refused","follow_ups",
// "flags":[…],"refusals":[…],"error"?}. Each finding: {"kind","code","count","first":[{"line","path","key","detail"?,"facts"}]}.

#include "codec/import_report.hpp"

#include <string>

namespace keyrack::codec {

[[nodiscard]] std::string to_json(ImportReport const& report);

} // namespace keyrack::codec
