#include "cli/answer.hpp"

#include "codec/verdict_json.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"

#include <optional>
#include <variant>

namespace keyrack::cli {

namespace {

using Answer = std::expected<std::string, engine::Denial>;

std::unexpected<engine::Denial> unknown(engine::Reason reason, std::string_view name, std::string const& key)
{
    return std::unexpected(engine::Denial { reason, { { name, key } } });
}

struct Answering
{
    codec::Ground ground;

    Answer operator()(CoverageQuestion const& question) const
    {
        auto const room = ground.ledger.room(question.room);
        if (!room.exists()) {
            return unknown(engine::Reason::unknown_room, "room", question.room);
        }
        if (question.programme.empty()) {
            auto const verdict = engine::covered(ground.ledger, ground.catalogue, room, ground.as_of);
            return codec::coverage_json(ground, room, std::nullopt, verdict);
        }
        auto const programme = ground.catalogue.find(question.programme);
        if (!programme.exists()) {
            return unknown(engine::Reason::unknown_programme, "programme", question.programme);
        }
        auto const verdict = engine::covered_by(ground.ledger, ground.catalogue, room, programme, ground.as_of);
        return codec::coverage_json(ground, room, programme, verdict);
    }

    Answer operator()(FeatureQuestion const& question) const
    {
        auto const room = ground.ledger.room(question.room);
        if (!room.exists()) {
            return unknown(engine::Reason::unknown_room, "room", question.room);
        }
        auto const verdict = engine::has_feature(ground.ledger, ground.catalogue, room, question.feature, ground.as_of);
        return codec::feature_json(ground, room, question.feature, verdict);
    }

    Answer operator()(WarrantyQuestion const& question) const
    {
        auto const device = ground.ledger.device(question.serial);
        if (!device.exists()) {
            return unknown(engine::Reason::unknown_device, "device", question.serial);
        }
        return codec::warranty_json(
            ground, device, engine::warranty_on(ground.ledger, ground.catalogue, device, ground.as_of));
    }

    Answer operator()(OrderQuestion const& question) const
    {
        auto const order = ground.ledger.order(question.order);
        if (!order.exists()) {
            return unknown(engine::Reason::unknown_order, "order", question.order);
        }
        return codec::order_json(
            ground, order, engine::status_of(ground.ledger, ground.catalogue, order, ground.as_of));
    }

    Answer operator()(SparesQuestion const&) const
    {
        return codec::spares_json(ground, engine::spares_on(ground.ledger, ground.catalogue, ground.as_of),
            engine::proof_of_spares(ground.ledger, ground.catalogue, ground.as_of));
    }
};

} // namespace

Answer answer(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Date as_of, Question const& question)
{
    return std::visit(Answering { { ledger, catalogue, as_of } }, question);
}

} // namespace keyrack::cli
