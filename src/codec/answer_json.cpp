#include "codec/answer_json.hpp"

#include <variant>

namespace keyrack::codec {

namespace {

std::string json_of(Ground const& ground, engine::CoverageAnswer const& answer)
{
    return coverage_json(ground, answer.room, answer.programme, answer.verdict);
}

std::string json_of(Ground const& ground, engine::FeatureAnswer const& answer)
{
    return feature_json(ground, answer.room, answer.feature, answer.verdict);
}

std::string json_of(Ground const& ground, engine::WarrantyAnswer const& answer)
{
    return warranty_json(ground, answer.device, answer.verdict);
}

std::string json_of(Ground const& ground, engine::OrderAnswer const& answer)
{
    return order_json(ground, answer.order, answer.status);
}

std::string json_of(Ground const& ground, engine::SparesAnswer const& answer)
{
    return spares_json(ground, answer.spares, answer.proof);
}

} // namespace

std::string to_json(Ground const& ground, engine::Answer const& answer)
{
    return std::visit([&](auto const& each) { return json_of(ground, each); }, answer);
}

} // namespace keyrack::codec
